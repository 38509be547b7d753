//! Writes a bulletin in every format: `cargo run -p attache-export --example export -- BULLETIN.json FOLDER`.
#![allow(clippy::disallowed_methods, reason = "a program: it reads and writes files")]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use attache_export::{Format, Options, write};
use attache_schema::Bulletin;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(input), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("name a bulletin and a folder".into());
    };
    let bulletin: Bulletin = serde_json::from_str(&fs::read_to_string(input)?)?;
    for format in Format::ALL {
        let path = Path::new(&folder).join("brief").with_extension(format.extension());
        fs::write(path, write(&bulletin, format, &Options::default())?)?;
    }
    Ok(())
}
