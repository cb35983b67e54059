//! The countries by their two letters, as ISO 3166-1 lists them and search engines read them.

/// Two letters each, in the order of the alphabet.
const CODES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCN\
    COCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHM\
    HNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMK\
    MLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURW\
    SASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVI\
    VNVUWFWSYEYTZAZMZW";

pub(super) fn is_country(code: &str) -> bool {
    code.len() == 2 && CODES.as_bytes().chunks(2).any(|it| it == code.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{CODES, is_country};

    #[test]
    fn codes_are_those_of_the_standard() {
        assert_eq!(CODES.len() / 2, 249);
        let codes: Vec<&[u8]> = CODES.as_bytes().chunks(2).collect();
        assert!(codes.is_sorted());
        assert!(is_country("DE") && is_country("ZW") && is_country("NO"));
        assert!(!is_country("UK") && !is_country("de") && !is_country("EU") && !is_country("DEU"));
    }
}
