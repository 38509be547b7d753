#!/bin/sh
# Makes the two fonts of this folder from Debian's fonts-noto-core (20201225-1); needs fonttools (4.5x).
#
#   sh subset.sh /usr/share/fonts/truetype/noto .
#
# Kept: Latin with everything that the languages of Europe, Turkey and the Caucasus add to it (schwa, dotless i), Greek,
# Cyrillic, punctuation, the signs of the euro and the manat, and U+FFFD for what is missing. Layout tables are
# dropped: the writer of PDFs sets one glyph per character.
set -eu
from=$1
to=$2
letters=U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BD,U+02C6,U+02C7,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0323-0328
others=U+0384-03CE,U+0400-045F,U+0490-0493,U+049A-049D,U+04A2,U+04A3,U+04AE-04B1,U+04B8-04BB,U+04D8,U+04D9,U+04E8,U+04E9
marks=U+1E9E,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+20BA,U+20BC,U+20BD,U+2116,U+2122,U+2212,U+FFFD
for face in Regular Bold; do
    pyftsubset "$from/NotoSerif-$face.ttf" --unicodes="$letters,$others,$marks" --layout-features= \
        --no-hinting --desubroutinize --drop-tables+=GPOS,GSUB,GDEF,DSIG,MATH,STAT --notdef-outline \
        --name-IDs=0,1,2,3,4,5,6,13,14 --output-file="$to/NotoSerif-$face.ttf" --no-recalc-timestamp --no-glyph-names
done
