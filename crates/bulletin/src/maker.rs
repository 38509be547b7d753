//! The order of the steps from articles to a bulletin.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use attache::{Attache, Difference, LoadError, Locales, Translator};
use attache_schema::{
    Article, BULLETIN_SCHEMA, Bulletin, Date, Digest, Edition, Item, Labels, PassedOver, Realization, Reference,
    Section, Story, Warning, Weight,
};

use crate::about::About;
use crate::atlas::Atlas;
use crate::differences;
use crate::duplicates::find_duplicates;
use crate::explanation::{Explanation, Ranked};
use crate::facts::{Facts, join};
use crate::headline::headline;
use crate::paper::Paper;
use crate::profile::{Belonging, Profile, SectionRule};
use crate::stories::group;
use crate::weave::{Weaver, Woven, lead};
use crate::weigh::{Subject, find_subject, total, total_without_profile, weigh};

/// The id of the only section where a profile has none, which has no heading.
const ALL: &str = "all";

/// Makes bulletins. Built once, checked once, then used from any thread.
///
/// ```
/// use attache_bulletin::{BulletinMaker, Profile};
/// use attache_schema::Article;
///
/// let maker = BulletinMaker::builder().languages(["en", "pt"]).build()?;
/// let day = "2031-05-06".parse().ok();
/// let article = |outlet: &str, text: &str| Article {
///     outlet: Some(outlet.to_owned()),
///     published: day,
///     ..Article::from_text(text)
/// };
/// let bulletin = maker.make(
///     &[
///         article("The Pier", "On May 4, Estonia's Foreign Minister Priit Laanemäe met with Peru's Foreign Minister Marta Quiroga in Lima."),
///         article("O Cais", "O ministro dos Negócios Estrangeiros da Estónia, Priit Laanemäe, reuniu-se no dia 5 de maio em Lima com a ministra dos Negócios Estrangeiros do Peru, Marta Quiroga."),
///     ],
///     day,
/// );
/// assert_eq!(bulletin.stories.len(), 1);
/// assert_eq!(
///     bulletin.editions[0].sections[0].items[0].differences,
///     ["The sources differ on the day: 4 May 2031 (The Pier); 5 May 2031 (O Cais)."]
/// );
/// # Ok::<(), attache_locales::LoadError>(())
/// ```
#[derive(Debug)]
pub struct BulletinMaker {
    attache: Attache,
    atlas: Atlas,
    profile: Profile,
    tags: Vec<String>,
}

/// How a [`BulletinMaker`] is to be built; made by [`BulletinMaker::builder`].
#[derive(Debug, Clone, Default)]
pub struct Builder {
    locales: Option<Locales>,
    profile: Profile,
    languages: Option<Vec<String>>,
    translated: bool,
}

impl Builder {
    /// Uses those language folders in place of the built-in ones.
    #[must_use]
    pub fn locales(mut self, locales: Locales) -> Self {
        self.locales = Some(locales);
        self
    }

    /// Ranks, orders and words as the house wants it.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Writes those languages in that order, whatever the profile says; all that are read where nobody says.
    #[must_use]
    pub fn languages<Tag: Into<String>>(mut self, tags: impl IntoIterator<Item = Tag>) -> Self {
        self.languages = Some(tags.into_iter().map(Into::into).collect());
        self
    }

    /// Makes ready for a translator ([`BulletinMaker::make_with`]): sentences are also chosen of which nothing was understood.
    #[must_use]
    pub fn translated(mut self, translated: bool) -> Self {
        self.translated = translated;
        self
    }

    /// Reads the language folders and checks them.
    ///
    /// # Errors
    /// Where a language file is broken, with its line and a caret, or a language has no folder.
    pub fn build(self) -> Result<BulletinMaker, LoadError> {
        let locales = self.locales.unwrap_or_else(Locales::builtin);
        let profile = self.profile;
        let wanted = self.languages.unwrap_or_else(|| profile.languages.clone());
        let tags = if wanted.is_empty() { plain_tags(&locales)? } else { without_repeats(wanted) };
        let focus = profile.reading_focus(&locales);
        let focus = focus.map_err(|error| LoadError::new("the profile", error.to_string()))?;
        let atlas = Atlas::load(&locales)?;
        // What a sentence needs to stand alone before it is translated is said in its own language, whichever that is.
        let others = if self.translated { plain_tags(&locales)? } else { Vec::new() };
        let attache = Attache::builder()
            .locales(locales)
            .languages(without_repeats(tags.iter().cloned().chain(others).collect()))
            .translated(self.translated)
            .max_words(profile.words)
            .focus(focus)
            .offices_in_capitals(profile.offices_in_capitals)
            .build()?;
        Ok(BulletinMaker { attache, atlas, profile, tags })
    }
}

/// The languages that are read, without variants.
fn plain_tags(locales: &Locales) -> Result<Vec<String>, LoadError> {
    let languages = attache::Languages::load(locales)?;
    let plain = languages.iter().filter(|language| language.is_plain() && language.is_read());
    Ok(plain.map(|language| language.tag().to_owned()).collect())
}

fn without_repeats(tags: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    tags.into_iter().filter(|tag| seen.insert(tag.clone())).collect()
}

/// A story under way.
struct Told {
    /// Its articles that are no copies, the one that carries it first.
    own: Vec<usize>,
    /// Those and their copies.
    all: Vec<usize>,
    joined: Facts,
    /// Whom and what it names, where nothing was understood.
    about: Option<About>,
    subject: Subject,
    weights: Vec<Weight>,
    /// Which section it stands in, among those of the profile.
    section: usize,
}

/// For each article that has any, its copies.
type Copies = BTreeMap<usize, Vec<usize>>;

/// A story with its paragraphs.
struct Said {
    woven: Woven,
    /// Whom and what it names; looked for where its headline is too long or cannot be told.
    about: OnceCell<Option<About>>,
    differences: Vec<Difference>,
}

/// What is found in a day's articles before anything is said.
struct Day<'a> {
    papers: Vec<Paper<'a>>,
    copies: Copies,
    /// In order of weight.
    stories: Vec<Told>,
    passed_over: BTreeMap<usize, PassedOver>,
}

impl BulletinMaker {
    /// Starts with the built-in languages and no profile.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// What reads articles and says digests, for callers who make the digests themselves, several at a time.
    #[must_use]
    pub fn attache(&self) -> &Attache {
        &self.attache
    }

    /// What the house wants to read.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The languages of the editions, in order.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.tags
    }

    /// The bulletin of a day from its articles.
    #[must_use]
    pub fn make(&self, articles: &[Article], date: Option<Date>) -> Bulletin {
        let digested = articles.iter().map(|article| (article.clone(), self.attache.digest(article))).collect();
        self.make_from(digested, date)
    }

    /// The bulletin from articles and their digests, which [`BulletinMaker::attache`] made.
    #[must_use]
    pub fn make_from(&self, digested: Vec<(Article, Digest)>, date: Option<Date>) -> Bulletin {
        self.make_of(&digested, date, None)
    }

    /// The same with a translator for what cannot be composed, of a maker that was built for it ([`Builder::translated`]). Each
    /// translated sentence is marked and stands in every edition or in none; what failed is named in the warnings of its story.
    #[must_use]
    pub fn make_with(
        &self,
        digested: Vec<(Article, Digest)>,
        date: Option<Date>,
        translator: &dyn Translator,
    ) -> Bulletin {
        self.make_of(&digested, date, Some(translator))
    }

    fn make_of(
        &self,
        digested: &[(Article, Digest)],
        date: Option<Date>,
        translator: Option<&dyn Translator>,
    ) -> Bulletin {
        let mut day = self.find_stories(digested, date);
        self.keep_room(&mut day);
        self.find_titles(&mut day);
        let said: Vec<Said> = day.stories.iter().map(|story| self.say(&day.papers, story, date, translator)).collect();
        let numbers = number_sources(&day);
        Bulletin {
            schema: BULLETIN_SCHEMA.to_owned(),
            date,
            letterhead: self.profile.letterhead.clone(),
            sources: numbers.keys().map(|paper| reference(&day.papers[*paper], *paper)).collect(),
            stories: day.stories.iter().map(|story| self.story(story, &numbers)).collect(),
            editions: (0..self.tags.len()).map(|at| self.edition(at, &day, &said, &numbers, date)).collect(),
            passed_over: day.passed_over.into_values().collect(),
        }
    }

    /// What the profile did to the order of the stories.
    #[must_use]
    pub fn explain(&self, digested: &[(Article, Digest)], date: Option<Date>) -> Explanation {
        let day = self.find_stories(digested, date);
        let mut plain: Vec<usize> = (0..day.stories.len()).collect();
        plain.sort_by_key(|at| {
            let story = &day.stories[*at];
            (std::cmp::Reverse(total_without_profile(&story.weights)), story.all.iter().min().copied())
        });
        let place: BTreeMap<usize, usize> = plain.into_iter().enumerate().map(|(place, at)| (at, place)).collect();
        let tag = self.tags.first().map_or("", String::as_str);
        let rows = day.stories.iter().enumerate().map(|(at, story)| {
            let weaver = self.weaver(&day.papers, story);
            let kept = vec![true; story.joined.facts.len()];
            Ranked {
                headline: headline(&weaver, tag, &kept, || story.about.as_ref()).text,
                sources: story.all.iter().map(|paper| name(&day.papers[*paper], *paper)).collect(),
                with_profile: at + 1,
                without_profile: place[&at] + 1,
                weights: story.weights.clone(),
                total: total(&story.weights),
                total_without_profile: total_without_profile(&story.weights),
                section: self.sections()[story.section].0.clone(),
                has_room: at < self.profile.stories,
            }
        });
        Explanation { stories: rows.collect(), passed_over: day.passed_over.values().cloned().collect() }
    }

    fn find_stories<'a>(&self, digested: &'a [(Article, Digest)], date: Option<Date>) -> Day<'a> {
        let papers: Vec<Paper<'_>> = digested.iter().map(|(article, digest)| Paper::new(article, digest)).collect();
        let mut passed_over = BTreeMap::new();
        let mut copies = Copies::new();
        for (at, copy) in find_duplicates(&papers).into_iter().enumerate() {
            if let Some(of) = copy {
                copies.entry(of).or_default().push(at);
                passed_over.insert(at, passed(&papers[at], at, "duplicate", Some(name(&papers[of], of))));
            } else if papers[at].language.is_empty() {
                passed_over.insert(at, passed(&papers[at], at, "language", None));
            } else if !papers[at].is_news() {
                passed_over.insert(at, passed(&papers[at], at, "nothing-read", None));
            }
        }
        let among: Vec<usize> = (0..papers.len()).filter(|at| !passed_over.contains_key(at)).collect();
        let groups = group(&papers, &among, &self.atlas);
        let mut stories: Vec<Told> = groups.into_iter().map(|own| self.tell(&papers, own, &copies, date)).collect();
        stories.sort_by_key(|story| (std::cmp::Reverse(total(&story.weights)), story.all.iter().min().copied()));
        Day { papers, copies, stories, passed_over }
    }

    /// The paragraphs of a story, and where its sources differ.
    fn say(&self, papers: &[Paper<'_>], story: &Told, date: Option<Date>, translator: Option<&dyn Translator>) -> Said {
        let newest = story.all.iter().filter_map(|paper| papers[*paper].day).max();
        let today = date.and_then(Date::days).max(newest);
        let woven = Weaver { translator, today, ..self.weaver(papers, story) }.weave();
        let differences = differences::find(papers, &story.own, &story.joined, &woven.kept, &self.atlas);
        Said { woven, about: OnceCell::new(), differences }
    }

    fn tell(&self, papers: &[Paper<'_>], mut own: Vec<usize>, copies: &Copies, date: Option<Date>) -> Told {
        // Who tells most carries the story; of equals the earliest.
        own.sort_by_key(|at| {
            let paper = &papers[*at];
            (std::cmp::Reverse(paper.events().count()), paper.day.unwrap_or(i64::MAX), *at)
        });
        let copied = own.iter().filter_map(|at| copies.get(at)).flatten();
        let all: Vec<usize> = own.iter().chain(copied).copied().collect();
        let joined = join(papers, &own, &self.atlas);
        // Nobody reads in what was not understood, so that article is read again for its names.
        let about = own.first().filter(|_| joined.facts.is_empty()).map(|at| self.names_of(&papers[*at]));
        let subject = match &about {
            Some(about) => {
                Subject { countries: about.countries(), topics: about.topics.clone(), all: about.all(&self.atlas) }
            }
            None => find_subject(&joined, &self.atlas),
        };
        let weights = weigh(papers, &all, &joined, &subject, &self.profile, &self.atlas, date);
        let section = self.section_of(&subject);
        Told { own, all, joined, about, subject, weights, section }
    }

    /// Whom and what an article names.
    fn names_of(&self, paper: &Paper<'_>) -> About {
        let lead = lead(paper).map_or_else(String::new, |lead| lead.text);
        About::find(&self.attache, paper, &lead)
    }

    /// Leaves out the stories for which the brief has no room.
    fn keep_room(&self, day: &mut Day<'_>) {
        let Day { papers, stories, passed_over, .. } = day;
        for story in stories.drain(self.profile.stories.min(stories.len())..) {
            for at in story.own {
                passed_over.insert(at, passed(&papers[at], at, "no-room", None));
            }
        }
    }

    /// Looks for headlines in the texts of articles that came without one.
    fn find_titles(&self, day: &mut Day<'_>) {
        for at in day.stories.iter().flat_map(|story| story.all.iter()) {
            day.papers[*at].find_title(&self.attache);
        }
    }

    fn weaver<'a>(&'a self, papers: &'a [Paper<'a>], story: &'a Told) -> Weaver<'a> {
        Weaver {
            papers,
            story: &story.own,
            joined: &story.joined,
            localizer: self.attache.localizer(),
            atlas: &self.atlas,
            tags: &self.tags,
            max_words: self.profile.words,
            today: None,
            translator: None,
        }
    }

    /// The sections in order with their ids; one for all where the profile has none, one for the rest where it has none for it.
    fn sections(&self) -> Vec<(String, Option<&SectionRule>)> {
        let rules = &self.profile.sections;
        let mut sections: Vec<(String, Option<&SectionRule>)> =
            rules.iter().map(|rule| (rule.of.first().map_or(ALL, Belonging::id).to_owned(), Some(rule))).collect();
        let has_rest = rules.iter().any(|rule| rule.of.contains(&Belonging::Other));
        if sections.is_empty() {
            sections.push((ALL.to_owned(), None));
        } else if !has_rest {
            sections.push((Belonging::Other.id().to_owned(), None));
        }
        sections
    }

    /// The first section that a story belongs to; the one for the rest only where no other one takes it.
    fn section_of(&self, subject: &Subject) -> usize {
        let sections = self.sections();
        let belongs = |belonging: &Belonging| match belonging {
            Belonging::Home => self.profile.home.as_ref().is_some_and(|home| subject.countries.contains(home)),
            Belonging::Host => self.profile.host.as_ref().is_some_and(|host| subject.countries.contains(host)),
            Belonging::Concept(concept) => subject.all.contains(concept),
            Belonging::Other => false,
        };
        let found = sections.iter().position(|(_, rule)| rule.is_some_and(|rule| rule.of.iter().any(belongs)));
        let is_rest = |rule: &Option<&SectionRule>| rule.is_none_or(|rule| rule.of.contains(&Belonging::Other));
        let rest = || sections.iter().position(|(_, rule)| is_rest(rule));
        found.or_else(rest).unwrap_or(0)
    }

    fn story(&self, story: &Told, numbers: &BTreeMap<usize, usize>) -> Story {
        Story {
            sources: story.all.iter().map(|paper| numbers[paper]).collect(),
            section: self.sections()[story.section].0.clone(),
            countries: story.subject.countries.clone(),
            topics: story.subject.topics.clone(),
            weights: story.weights.clone(),
        }
    }

    fn edition(
        &self,
        at: usize,
        day: &Day<'_>,
        said: &[Said],
        numbers: &BTreeMap<usize, usize>,
        date: Option<Date>,
    ) -> Edition {
        let tag = self.tags[at].as_str();
        let localizer = self.attache.localizer();
        let label = |id: &str| localizer.label(tag, id).unwrap_or_default();
        let language = localizer.language(tag);
        let in_words = |date: Date| language?.date(date, &self.profile.date_form);
        let dateline =
            date.and_then(in_words).and_then(|said| Some(language?.sentence_case(&said))).unwrap_or_default();
        let published = numbers.keys().filter_map(|paper| day.papers[*paper].published);
        let days = published.filter_map(|date| Some((date, in_words(date)?))).collect();
        let mut sections = Vec::new();
        let mut number = 0;
        for (section, (id, rule)) in self.sections().into_iter().enumerate() {
            let mut items = Vec::new();
            for story in (0..day.stories.len()).filter(|story| day.stories[*story].section == section) {
                number += 1;
                items.push(self.item(at, day, story, &said[story], numbers, number));
            }
            if !items.is_empty() {
                sections.push(Section { heading: self.heading(tag, &id, rule), id, items });
            }
        }
        let has = |realization| said.iter().any(|story| story.woven.paragraphs[at].has(realization));
        let made = [
            Some("brief-made").filter(|_| number > 0),
            Some("brief-machine").filter(|_| has(Realization::Translated)),
            Some("brief-quoted").filter(|_| has(Realization::Quoted)),
        ];
        let made = made.into_iter().flatten().map(label).filter(|line| !line.is_empty());
        Edition {
            language: tag.to_owned(),
            name: self.attache.languages().find(tag).map_or(tag, |language| language.name()).to_owned(),
            title: by_language(&self.profile.title, tag).cloned().unwrap_or_else(|| label("brief-title")),
            dateline,
            days,
            labels: Labels {
                contents: label("brief-contents"),
                sources: label("brief-sources"),
                translated: label("brief-translated"),
                nothing: label("brief-nothing"),
            },
            sections,
            notes: made.chain(by_language(&self.profile.notes, tag).into_iter().flatten().cloned()).collect(),
        }
    }

    /// The heading of a section: the house's own, or the names of what belongs there.
    fn heading(&self, tag: &str, id: &str, rule: Option<&SectionRule>) -> String {
        if id == ALL {
            return String::new();
        }
        let own = rule.and_then(|rule| by_language(&rule.heading, tag));
        let localizer = self.attache.localizer();
        let rest = || localizer.label(tag, "brief-other").unwrap_or_default();
        let Some(rule) = rule.filter(|_| own.is_none()) else { return own.cloned().unwrap_or_else(rest) };
        let Some(language) = localizer.language(tag) else { return String::new() };
        let named = rule.of.iter().filter_map(|belonging| match belonging {
            Belonging::Home => Some(language.noun(self.profile.home.as_ref()?.as_str())?.text.clone()),
            Belonging::Host => Some(language.noun(self.profile.host.as_ref()?.as_str())?.text.clone()),
            Belonging::Concept(concept) => Some(language.noun(concept.as_str())?.text.clone()),
            Belonging::Other => Some(rest()),
        });
        language.sentence_case(&language.list(&named.collect::<Vec<_>>()))
    }

    fn item(
        &self,
        at: usize,
        day: &Day<'_>,
        story: usize,
        said: &Said,
        numbers: &BTreeMap<usize, usize>,
        number: usize,
    ) -> Item {
        let tag = self.tags[at].as_str();
        let told = &day.stories[story];
        let paragraph = &said.woven.paragraphs[at];
        let weaver = self.weaver(&day.papers, told);
        let localizer = self.attache.localizer();
        let mut warnings: Vec<Warning> = paragraph.rendered.warnings.clone();
        warnings.retain(|warning| warning.code != "omitted");
        let copies = |of: usize| day.copies.get(&of).cloned().unwrap_or_default();
        let differences = said.differences.iter().filter_map(|difference| localizer.difference(tag, difference));
        let names = || {
            let find = || told.own.first().map(|at| self.names_of(&day.papers[*at]));
            said.about.get_or_init(find).as_ref()
        };
        let headline = headline(&weaver, tag, &said.woven.kept, names);
        Item {
            number,
            story,
            headline: headline.text,
            headline_language: headline.language,
            paragraph: paragraph.rendered.text.clone(),
            clauses: paragraph.trace(&day.papers, &|paper| numbers[&paper], &copies),
            differences: differences.collect(),
            omitted: paragraph.rendered.omitted,
            warnings,
        }
    }
}

/// What a profile says for a language, or for the language that a variant belongs to.
fn by_language<'m, T>(said: &'m BTreeMap<String, T>, tag: &str) -> Option<&'m T> {
    attache::truncations(tag).rev().find_map(|tag| said.get(tag))
}

/// The papers that stories rest on, in order of input, each with its number among the sources.
fn number_sources(day: &Day<'_>) -> BTreeMap<usize, usize> {
    let used: BTreeSet<usize> = day.stories.iter().flat_map(|story| story.all.iter().copied()).collect();
    used.into_iter().enumerate().map(|(number, paper)| (paper, number)).collect()
}

/// The sender's name for an article, or its place in the input, counted from one.
fn name(paper: &Paper<'_>, at: usize) -> String {
    paper.article.id.clone().unwrap_or_else(|| (at + 1).to_string())
}

fn reference(paper: &Paper<'_>, at: usize) -> Reference {
    let is_web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    Reference {
        id: name(paper, at),
        title: paper.title.clone(),
        outlet: paper.outlet(),
        url: paper.article.url.clone().filter(is_web),
        published: paper.published,
        language: paper.digest.language.tag.clone(),
    }
}

fn passed(paper: &Paper<'_>, at: usize, reason: &str, of: Option<String>) -> PassedOver {
    PassedOver { id: name(paper, at), reason: reason.to_owned(), of }
}
