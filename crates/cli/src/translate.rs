//! `--translate` and `attache cache`: which services are asked, and what a dry run would have sent.

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use attache::Translator;
use attache_translation::{Cache, Checker, Choice, Engine, Options, Planned, Reach, Service};

use crate::arguments::{CacheArguments, CacheCommand, Translate, TranslationArguments};
use crate::failure::{Outcome, Stop};
use crate::folders::Folders;
use crate::home::{cache_folder, named};
use crate::trust::read_bundle;

/// The service that is asked where none is named.
const USUAL: &str = "apertium";

/// The services of one run.
pub(crate) struct TranslationDesk {
    service: Service,
    is_dry: bool,
    price: Option<f64>,
}

impl TranslationDesk {
    /// Prepares the services that were asked for; none where nothing is translated.
    pub(crate) fn open(arguments: &TranslationArguments, folders: &Folders) -> Result<Option<Self>, Stop> {
        let said = if arguments.is_of_profile { "[translation] of the profile" } else { "--translate" };
        let reach = match arguments.reach() {
            Translate::Off if arguments.dry_run => {
                return Err(Stop::Usage("--dry-run: say with --translate who would be asked".to_owned()));
            }
            Translate::Off => return Ok(None),
            Translate::Local => Reach::Local,
            Translate::Remote => Reach::Remote,
        };
        let mut options = Options::new(reach, choices(arguments)?);
        options.deadline = Duration::from_secs(arguments.deadline);
        options.request = options.request.min(options.deadline);
        options.concurrency = arguments.concurrency;
        options.dry_run = arguments.dry_run;
        options.cache = if arguments.no_cache { None } else { cache_file(arguments.cache.as_deref()) };
        options.authority = arguments.ca_bundle.as_deref().map(read_bundle).transpose()?;
        let variable = |name: &str| env::var(name).ok();
        let checker = Checker::load(&folders.locales).map_err(|error| folders.broken(&error))?;
        let service = Service::open(options, Arc::new(checker), &variable);
        let service = service.map_err(|error| Stop::Usage(format!("{said}: {error}")))?;
        // Who wrote the profile may not be who runs the program today.
        if arguments.is_of_profile && reach == Reach::Remote {
            eprintln!(
                "attache: note: the profile has sentences sent to a service elsewhere; --translate off keeps them here"
            );
        }
        for note in service.notes() {
            eprintln!("attache: note: {note}");
        }
        Ok(Some(Self { service, is_dry: arguments.dry_run, price: arguments.price }))
    }

    pub(crate) fn translator(&self) -> &dyn Translator {
        &self.service
    }

    /// Whether nothing is sent, and only the plan is wanted.
    pub(crate) fn is_dry(&self) -> bool {
        self.is_dry
    }

    /// What would have been sent for one article.
    pub(crate) fn write_plans(&self, name: &str, out: &mut dyn Write) -> io::Result<()> {
        let plans = self.service.take_plans();
        if plans.iter().all(|plan| plan.texts.is_empty() && plan.refused.is_none()) {
            return writeln!(out, "{name}: nothing would be sent");
        }
        for plan in &plans {
            self.write_plan(name, plan, out)?;
        }
        Ok(())
    }

    fn write_plan(&self, name: &str, plan: &Planned, out: &mut dyn Write) -> io::Result<()> {
        let Planned { engine, host, requests, characters, texts, refused } = plan;
        if let Some(why) = refused {
            return writeln!(out, "{name}: {engine} {why}");
        }
        let cost =
            self.price.map(|price| format!(", cost {:.4}", price * *characters as f64 / 1e6)).unwrap_or_default();
        writeln!(
            out,
            "{name}: {engine} at {host} would be sent {requests} requests with {characters} characters{cost}"
        )?;
        texts.iter().try_for_each(|text| writeln!(out, "  {text}"))
    }
}

/// The services by name, with the addresses in the same order.
fn choices(arguments: &TranslationArguments) -> Result<Vec<Choice>, Stop> {
    let usual = [USUAL.to_owned()];
    let (names, urls) = (&arguments.engine[..], &arguments.engine_url);
    let names = if names.is_empty() { &usual[..] } else { names };
    let (of_names, of_urls) = match arguments.is_of_profile {
        true => ("[translation] of the profile", "[translation] of the profile"),
        false => ("--engine", "--engine-url"),
    };
    if urls.len() > names.len() {
        return Err(Stop::Usage(format!("{of_urls}: {} addresses for {} services", urls.len(), names.len())));
    }
    let choice = |(at, name): (usize, &String)| {
        let engine = Engine::named(name).ok_or_else(|| {
            let known: Vec<_> = Engine::all().iter().map(|engine| engine.name.as_str()).collect();
            Stop::Usage(format!("{of_names}: there is no service `{name}`\n  there are: {}", known.join(", ")))
        })?;
        let url = urls.get(at).filter(|url| !url.is_empty()).cloned();
        Ok(Choice { engine, url, model: arguments.engine_model.clone() })
    };
    names.iter().enumerate().map(choice).collect()
}

/// Where answers are kept: as asked for, as the environment says, or in the user's folder of caches.
fn cache_file(asked: Option<&Path>) -> Option<PathBuf> {
    let usual = || Some(cache_folder()?.join("translations.redb"));
    asked.map(Path::to_owned).or_else(|| named("ATTACHE_CACHE")).or_else(usual)
}

/// `attache cache show` and `attache cache clear`.
pub(crate) fn cache(arguments: &CacheArguments, out: &mut dyn Write) -> Result<Outcome, Stop> {
    let path = cache_file(arguments.cache.as_deref())
        .ok_or_else(|| Stop::Usage("--cache: there is no folder for caches; name a file".to_owned()))?;
    match arguments.what {
        CacheCommand::Clear => match Cache::clear(&path) {
            Ok(true) => writeln!(out, "{}: deleted", path.display())?,
            Ok(false) => writeln!(out, "{}: there is none", path.display())?,
            Err(error) => return Err(Stop::Usage(format!("{}: cannot be deleted: {}", path.display(), error.kind()))),
        },
        CacheCommand::Show if !path.exists() => writeln!(out, "{}: there is none", path.display())?,
        CacheCommand::Show => {
            let (cache, note) = Cache::open(&path);
            if let Some(note) = note {
                eprintln!("attache: note: {note}");
            }
            let (path, answers) = cache.size();
            writeln!(out, "{}: {answers} answers", path.display())?;
            for (engine, answers) in cache.by_engine() {
                writeln!(out, "  {engine}: {answers}")?;
            }
        }
    }
    Ok(Outcome::Done)
}
