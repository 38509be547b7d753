//! Makes a brief of a file of JSON Lines and prints it as text, to be read by eye.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "an example opens a file and prints")]

use attache_bulletin::{BulletinMaker, Profile};
use attache_schema::Article;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let input = std::fs::read_to_string(arguments.next().ok_or("name a file of JSON Lines")?)?;
    let locales = attache::Locales::builtin();
    let profile = match arguments.next() {
        Some(path) => Profile::parse(&path, &std::fs::read_to_string(&path)?, &locales)?,
        None => Profile::default(),
    };
    let articles: Vec<Article> = input.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let maker = BulletinMaker::builder().profile(profile).locales(locales).build()?;
    let bulletin = maker.make(&articles, Some("2031-03-06".parse()?));
    for edition in &bulletin.editions {
        println!("=== {} {} {}", edition.title, edition.dateline, edition.language);
        for section in &edition.sections {
            println!("## {}", section.heading);
            for item in &section.items {
                println!("\n{}. {}\n   {}", item.number, item.headline, item.paragraph);
                item.differences.iter().for_each(|difference| println!("   ! {difference}"));
                let sources = bulletin.stories[item.story].sources.iter();
                let named = sources.filter_map(|source| bulletin.sources[*source].outlet.clone());
                println!("   [{}] omitted {} {:?}", named.collect::<Vec<_>>().join("; "), item.omitted, item.warnings);
            }
        }
        println!("{:?}\n", edition.notes);
    }
    println!("{:#?}", bulletin.passed_over);
    Ok(())
}
