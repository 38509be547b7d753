//! Hosts as people and attackers write them.

use super::*;

fn is_asked(address: &str) -> bool {
    Guard::new().check(address).is_ok()
}

/// What is meant for the public web.
const PUBLIC: [&str; 25] = [
    "https://paper.example/",
    "http://paper.example",
    "https://paper.example.:443/a?b#c",
    "http://paper.example:80/",
    "http://paper.example:443/",
    "https://paper.example:80/",
    "HTTPS://PAPER.EXAMPLE/",
    " https://paper.example/ ",
    "https://xn--azrbaycan-w9d.example/",
    "https://azərbaycan.example/",
    "https://8.8.8.8/",
    "https://134744072/",
    "https://0x08080808/",
    "https://010.010.010.010/",
    "http://1.1.1.1./",
    "http://9.255.255.255/",
    "http://11.0.0.0/",
    "http://100.63.255.255/",
    "http://100.128.0.0/",
    "http://172.15.255.255/",
    "http://172.32.0.0/",
    "http://223.255.255.255/",
    "http://[2606:2800:220:1:248:1893:25c8:1946]/",
    "http://[2a00:1450:4001:81b::200e]/",
    "https://localhost.paper.example/",
];

/// What is meant for somewhere else.
const REFUSED: [&str; 133] = [
    // This machine, in all spellings of an address of IPv4.
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.255.255.254/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7F.0.0.1/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://0177.0.0.01/",
    "http://017700000001/",
    "http://00000177.0.0.1/",
    "http://0x7f.0x0.0x0.0x1/",
    "http://127.0.0.1./",
    "http://127.1./",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://%31%32%37.0.0.1/",
    "http://127%2e0%2e0%2e1/",
    "http://0x7f。1/",
    "http:127.0.0.1/",
    "http:/127.0.0.1/",
    "http:///127.0.0.1/",
    "http://///127.0.0.1/",
    "http:\\\\127.0.0.1\\",
    "http://127.0.0.1\\@paper.example/",
    "http://\t127.0.0.1/",
    "http://127.0.\n0.1/",
    "http://127.0.0.1?@paper.example/",
    "http://127.0.0.1#@paper.example/",
    // This machine by name.
    "http://localhost/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://localhost:443/",
    "http://a.localhost/",
    "http://a.b.LocalHost./",
    "http://ｌｏｃａｌｈｏｓｔ/",
    "http://loc%61lhost/",
    "http://lo\u{ad}calhost/",
    // This network, and no address.
    "http://0/",
    "http://0.0.0.0/",
    "http://0x0/",
    "http://00000000000/",
    "http://0.1.2.3/",
    // Private networks and links.
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://167772161/",
    "http://0xa000001/",
    "http://012.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://0xac100001/",
    "http://192.168.0.1/",
    "http://192.168.255.255/",
    "http://192.168.1/",
    "http://0300.0250.0.1/",
    "http://3232235521/",
    "http://169.254.169.254/",
    "http://169.254.169.254./latest/meta-data",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://100.64.0.1/",
    "http://100.127.255.255/",
    "http://100.100.100.200/",
    // Documentation, tests, protocols, multicast, nobody.
    "http://192.0.0.1/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://192.31.196.1/",
    "http://192.52.193.1/",
    "http://192.88.99.1/",
    "http://192.175.48.1/",
    "http://198.18.0.1/",
    "http://198.19.255.255/",
    "http://198.51.100.7/",
    "http://203.0.113.9/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://4294967295/",
    // IPv6: this machine, private, link, multicast.
    "http://[::]/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[0000::0001]/",
    "http://[::1]:443/",
    "http://[fc00::1]/",
    "http://[fd12:3456:789a::1]/",
    "http://[fdff:ffff::1]/",
    "http://[fe80::1]/",
    "http://[febf::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[ff0e::1]/",
    // IPv6 with an address of IPv4 inside.
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[::8.8.8.8]/",
    "http://[64:ff9b::127.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a00:1::1]/",
    "http://[2001:0:7f00:1::]/",
    // IPv6: documentation, discard, protocols, not given out.
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[100::1]/",
    "http://[2001:2::1]/",
    "http://[2001:10::1]/",
    "http://[2001:20::1]/",
    "http://[2620:4f:8000::1]/",
    "http://[5f00::1]/",
    "http://[4000::1]/",
    "http://[c000::1]/",
    // Other schemes, users, ports.
    "file:///etc/passwd",
    "data:text/html,hello",
    "ftp://paper.example/",
    "gopher://paper.example/",
    "javascript:alert(1)",
    "ws://paper.example/",
    "http://user@paper.example/",
    "http://user:pass@paper.example/",
    "http://127.0.0.1@paper.example/",
    "http://paper.example@127.0.0.1/",
    "http://paper.example:22/",
    "http://paper.example:8080/",
    "http://paper.example:0/",
    "",
];

#[test]
fn the_public_web_is_asked() {
    for address in PUBLIC {
        assert!(is_asked(address), "{address}: {:?}", Guard::new().check(address));
    }
}

#[test]
fn nothing_else_is_asked() {
    for address in REFUSED {
        assert!(!is_asked(address), "{address:?}: {:?}", Guard::new().check(address));
    }
}

#[test]
fn what_is_no_address_is_refused() {
    let broken = [
        "news",
        "//paper.example/",
        "http://",
        "http://[::1",
        "http://[::1%eth0]/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://a b/",
        "http://paper.example:99999/",
    ];
    for address in broken {
        assert_eq!(Guard::new().check(address), Err(Refusal::NotAnAddress), "{address:?}");
    }
}

#[test]
fn every_refusal_says_what_it_is_about() {
    let guard = Guard::new();
    let said = |address| guard.check(address).expect_err("refused").to_string();
    assert_eq!(said("http://0x7f.1/"), "is not asked: 127.0.0.1 is for this machine");
    assert_eq!(said("http://169.254.169.254/"), "is not asked: 169.254.169.254 is for the local link");
    assert_eq!(
        said("http://[::ffff:10.0.0.1]/"),
        "is not asked: ::ffff:10.0.0.1 is for an address of IPv4 in disguise"
    );
    assert_eq!(said("file:///etc/passwd"), "is not asked: `file:` is neither http nor https");
    assert_eq!(
        said("http://paper.example:22/"),
        "is not asked: its port is 22, which is none of those of the web or allowed for it"
    );
}

#[test]
fn an_allowed_host_is_asked_on_the_ports_of_the_web_or_on_the_one_that_was_named() {
    let mut guard = Guard::new();
    for host in ["127.0.0.1:8080", "Intranet.Example", "[fd00::7]:81", "localhost"] {
        guard.allow(host).expect("a host");
    }
    let asked = [
        "http://127.0.0.1:8080/",
        "http://0x7f.1:8080/a",
        "https://intranet.example./x",
        "http://[fd00:0::7]:81/",
        "http://LOCALHOST/",
    ];
    for address in asked {
        assert!(guard.check(address).is_ok(), "{address}: {:?}", guard.check(address));
    }
    let refused = [
        "http://127.0.0.1/",
        "http://127.0.0.1:8081/",
        "http://127.0.0.2:8080/",
        "http://intranet.example:8080/",
        "http://a.intranet.example.:8080/",
        "http://[fd00::8]:81/",
        "http://u@intranet.example/",
        "file://localhost/etc/passwd",
        "http://a.localhost/",
    ];
    for address in refused {
        assert!(guard.check(address).is_err(), "{address}");
    }
}

#[test]
fn only_hosts_can_be_allowed() {
    for text in ["", " ", "a/b", "http://a.example", "a@b", "a b", "[::1", "a:99999", "*"] {
        let allowed = Guard::new().allow(text);
        assert!(allowed.is_err() || text == "*", "{text:?}");
    }
}
