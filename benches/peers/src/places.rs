//! Where things lie outside this package: the evaluation data, the rule file of `srx`, this program itself.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::Stop;

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

#[derive(Args)]
pub(crate) struct Places {
    /// The folder of evaluation data [default: shared/eval/segmentation beside the repository]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The rule file for srx [default: data/segment.srx of that crate in cargo's registry]
    #[arg(long, global = true, value_name = "FILE")]
    srx: Option<PathBuf>,
}

impl Places {
    pub(crate) fn data(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| Path::new(PACKAGE).join("../../../shared/eval/segmentation"))
    }

    pub(crate) fn repository(&self) -> PathBuf {
        Path::new(PACKAGE).join("../..")
    }

    /// The rules of LanguageTool as the crate `srx` carries them. The file is under a licence of its own, so it is read
    /// where cargo unpacked it and not copied here.
    pub(crate) fn srx(&self) -> Option<PathBuf> {
        self.srx.clone().or_else(find_srx).filter(|file| file.is_file())
    }

    /// This program, called once more with the same places.
    pub(crate) fn this_program(&self) -> Result<Command, Stop> {
        let mut command = Command::new(env::current_exe()?);
        for (option, place) in [("--data", &self.data), ("--srx", &self.srx)] {
            if let Some(place) = place {
                command.arg(option).arg(place);
            }
        }
        Ok(command)
    }
}

/// The last of the unpacked versions, in the order of their names: one is what there usually is.
fn find_srx() -> Option<PathBuf> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    let packages = entries(&cargo.join("registry/src")).into_iter().flat_map(|registry| entries(&registry));
    let is_srx = |folder: &PathBuf| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("srx-"));
    packages.filter(is_srx).map(|folder| folder.join("data/segment.srx")).rfind(|file| file.is_file())
}

/// What lies in a folder, in order of name; nothing where there is no folder.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = found.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}
