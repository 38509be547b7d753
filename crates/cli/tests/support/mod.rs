//! Runs the program as a user would, in a folder of its own.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "it lays out the files that the program reads")]

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder in which the program is run, so that paths in messages are short and the same everywhere.
pub(crate) struct Desk {
    folder: PathBuf,
}

/// What the program said, and how it ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit {}\n--- standard output\n{}--- standard error\n{}", self.code, self.out, self.err)
    }
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("no signal ends the program"),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }
}

impl Desk {
    /// An empty folder of that name; each test takes a name of its own.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the target folder is writable");
        Self { folder }
    }

    /// Lays a file on the desk.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the desk is writable");
        fs::write(path, bytes).expect("the desk is writable");
        self
    }

    /// The bytes of a file on the desk.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).expect("there is such a file")
    }

    /// What a file on the desk holds; nothing where there is none.
    pub(crate) fn get(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_default()
    }

    /// How many bytes a file on the desk has; none where it is not there.
    pub(crate) fn size(&self, name: &str) -> usize {
        fs::metadata(self.folder.join(name)).map_or(0, |about| about.len() as usize)
    }

    /// Makes a file of that size that holds nothing and takes no place on the disk.
    pub(crate) fn put_sparse(&self, name: &str, size: u64) -> &Self {
        let file = fs::File::create(self.folder.join(name)).expect("the desk is writable");
        file.set_len(size).expect("the file system has sparse files");
        self
    }

    /// The names of what lies in a folder of the desk.
    pub(crate) fn names(&self, folder: &Path) -> BTreeSet<String> {
        let entries = fs::read_dir(self.folder.join(folder)).expect("there is such a folder");
        entries.map(|entry| entry.expect("the folder is readable").file_name().to_string_lossy().into_owned()).collect()
    }

    /// Runs the program where no file may grow over 512 bytes.
    pub(crate) fn cramped(&self, arguments: &[&str]) -> Run {
        let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
        let mut command = self.piped("sh");
        command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_attache")]).args(arguments);
        Run::of(command.output().expect("there is a shell"))
    }

    /// Runs the program without anything on standard input.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.pipe("", arguments)
    }

    /// Digests a file into Portuguese, translated by Apertium at that address of this machine.
    pub(crate) fn digest_by_apertium(&self, url: &str, more: &[&str]) -> Run {
        let local = ["digest", "--to", "pt", "--translate", "local", "--engine", "apertium", "--engine-url", url];
        self.run(&[&local, more].concat())
    }

    /// Runs the program with `text` on standard input.
    pub(crate) fn pipe(&self, text: impl AsRef<[u8]>, arguments: &[&str]) -> Run {
        let mut child = self.command(arguments).spawn().expect("the program is built");
        let mut stdin = child.stdin.take().expect("standard input is piped");
        // A program that does not read is no failure of the test.
        let _ = stdin.write_all(text.as_ref());
        drop(stdin);
        Run::of(child.wait_with_output().expect("the program ends"))
    }

    /// The program with everything piped.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.piped(env!("CARGO_BIN_EXE_attache"));
        command.args(arguments);
        command
    }

    fn piped(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// An article in English that says enough.
pub(crate) const ENGLISH: &str = "\
On May 2, 2024, the Foreign Minister of Azerbaijan Jeyhun Bayramov met with the Foreign Minister of Hungary \
Péter Szijjártó in Budapest.

The sides discussed cooperation in the fields of energy, trade and transport.
";

/// The same in Portuguese.
pub(crate) const PORTUGUESE: &str = "\
No dia 2 de maio de 2024, o ministro dos Negócios Estrangeiros do Azerbaijão, Jeyhun Bayramov, reuniu-se com o ministro \
dos Negócios Estrangeiros da Hungria, Péter Szijjártó, em Budapeste.

As partes discutiram a cooperação nos domínios da energia, do comércio e dos transportes.
";

/// The same in Turkish, which there is no folder for.
pub(crate) const TURKISH: &str = "\
Azerbaycan Dışişleri Bakanı Ceyhun Bayramov, 2 Mayıs 2024 tarihinde Macaristan Dışişleri Bakanı ile Budapeşte'de bir araya \
geldi. Görüşmede enerji, ticaret ve ulaştırma alanlarındaki iş birliği ele alındı. Taraflar ayrıca bölgedeki son gelişmeler \
hakkında görüş alışverişinde bulundular ve iki ülke arasındaki ilişkilerin daha da güçlendirilmesi için çalışacaklarını söylediler.
";

/// The same in Russian, which there is no folder for.
pub(crate) const RUSSIAN: &str = "\
Министр иностранных дел Азербайджана Джейхун Байрамов 2 мая 2024 года встретился в Будапеште с министром иностранных дел \
Венгрии. Стороны обсудили сотрудничество в области энергетики, торговли и транспорта, а также обменялись мнениями о \
положении в регионе.
";
