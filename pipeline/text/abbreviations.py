"""Abbreviations whose full stop does not end a sentence, by language and by what may follow them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_RANKS = frozenset(
    """
    pol purn kol letkol mayjen brigjen letjen jend kapt lettu letda serda sertu serka serma pelda peltu kpt
    kopda koptu kopka prada pratu praka laks laksda laksma laksdya marsda marsma marsdya komjen irjen kombes
    akbp kompol akp iptu ipda aiptu aipda bripka briptu bripda bharada bharatu
    """.split()
)
"""Ranks of the police and the forces, in English too: `Irjen. Pol. Abubakar said …`."""

TITLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset(
            """
            pt cv ud pd pn fa yay kop dr drs dra ir prof h hj kh k.h ust tgk gus rm r.a ra rr tb ngt ny tn nn sdr
            sdri bpk yth jl jln gg ds dsn dkh kec kab kel kp prov kep no nr nmr bp pnt dt capt rp hlm tgl a.n u.p d.a
            c.q q.q s.d d.h a.l u.b pj pjs plt plh wkl qs hr jo juncto subs subsider st ret inf arm arh czi cpl cba
            ckm chb cpm cpn cku caj chk pnb drh drg mr mrs ms eng mgr rev pdt pr br sr fr i.e e.g cf al alm almh sbb
            perh pasal ps tlp telp psl jil ed eds yg tsb m vs univ fak dg mohd moh moch muh abd gd wy nym
            ign lih gub wagub wabup
            """.split()
        )
        | _RANKS,
        "en": frozenset(
            """
            mr mrs ms dr prof rev hon gen lt col maj capt cmdr sgt adm brig gov sen rep pres atty ald supt
            messrs coun ma mt ft nos vs v figs vols pp ed eds approx dept jl jln pt h hj ir drs e.g i.e a.k.a cf comr
            insp adj cpl pvt ret cdr gens sens reps profs comdr ext assoc asst mgr fr msgr bro cv ud kh tgk
            kec kab bros univ eg ie mohd abd det const mme mmes incl dist cty cllr smt br
            chas thos
            """.split()
        )
        | _RANKS,
    }
)
"""Followed by what they belong to: `PT. Angkasa`, `Jl. Thamrin`, `Pj. Gubernur`, `Gen. Sudirman`."""

NUMBERED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset(
            """
            hal km kg rt rw th thn lt kav blok hp tel hub tab fax bab ay vol art gb gbr lamp min jan feb mar apr jun jul
            agt agst ags agu sep sept okt nov des maks kira ext pk pkl kor
            """.split()
        ),
        "en": frozenset(
            """
            no p rp sec art ch fig para vol max min avg tel cor lb est ca jan feb
            mar apr jun jul aug sept sep oct nov dec
            """.split()
        ),
    }
)
"""Words and units that are abbreviations before a number only: `Km. 92`, `No. 17`, but `7 km.`, `She said no.`"""

BESIDE_NAMES = frozenset("gub wagub wabup".split())
"""Titles that stand without a name too: `Hal itu dikatakan Wabup. Ia menambahkan …`."""

AFTER_NUMBERS = frozenset("h m ft ms".split())
"""Titles that are something else behind a number: `1445 H.`, `abad ke-7 M.`, `30 ft.`"""

UNITS = frozenset("km kg min".split())
"""Numbered words that end the sentence behind a number, whatever follows: `sejauh 7 km. 12 orang …`"""

LETTERED = frozenset(
    """
    vitamin kelas hepatitis tipe golongan darah kategori rencana plan grup group blok seri series jenis type class huruf
    inisial berinisial category level pool opsi option pilihan influenza nilai peringkat
    rating gedung terminal gate jalur lajur
    triple tribun serie sektor zona zone poin point butir section pot lapis derajat degree degrees
    """.split()
)
"""Nouns with a letter for a name: `vitamin C.` ends the sentence, `Fauzi A.` does not."""

ENDINGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset(
            """
            tbk rs s.h m.h s.e m.m s.t m.t s.sos m.si s.pd m.pd s.kom m.kom s.ip m.ip s.ag m.ag m.hum s.hum
            s.kep s.ked m.kes s.km s.si m.sc b.sc ph.d m.a b.a m.b.a s.psi m.psi sp.a sp.og sp.pd sp.b sp.jp
            sp.m sp.p sp.s sp.kj sp.an sp.rad sp.ok s.i.k s.ik m.i.kom lc ltd inc co corp bhd pte pty dkk
            bin a.s u.s p.m a.m jr perum
            """.split()
        ),
        "en": frozenset(
            """
            u.s u.k u.n u.a.e d.c e.u a.m p.m o.k ph.d m.d b.a m.a m.sc b.sc ltd inc co corp tbk bhd pte pty al
            s.h m.h jr sr st ave blvd rd
            """.split()
        ),
    }
)
"""May also end the sentence: a degree, `Tbk.`, `a.m.`, `Elm St.`; then the next words decide."""

CLOSERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"id": frozenset("dll dsb dst dlsb wib wita wit kg dpl mdpl".split()), "en": frozenset("etc".split())}
)
"""End an enumeration: before a capital the sentence is over (`mobil, motor, dll. Polisi …`)."""
