"""Abbreviations whose full stop does not end a sentence, by language and by what may follow them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TITLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset(
            """
            pt cv ud pd fa yay dr drs dra dr ir prof h hj kh k.h ust tgk gus rm r.a ra rr tb ngt ny tn nn sdr sdri
            bpk yth jl jln gg ds kec kab kel prov no nr rp hlm hal tgl a.n u.p d.a c.q s.d a.l
            kol letkol mayjen brigjen letjen jend kapt lettu letda serda sertu kpt laks laksda laksma marsda
            marsma komjen irjen kombes akbp kompol akp iptu ipda aiptu aipda bripka briptu bripda inf kav art
            drh drg mr mrs ms st ps. vol art pasal telp tlp fax gbr sbb
            """.split()
        ),
        "en": frozenset(
            """
            mr mrs ms dr prof rev hon st sr jr gen lt col maj capt cmdr sgt adm brig gov sen rep pres atty
            messrs mt ft no nos vs v fig vol pp ed approx est dept jan feb mar apr aug sept oct nov dec
            jl pt h hj ir drs e.g i.e cf al comr insp adj supt sgt cpl pvt ret cdr dist
            """.split()
        ),
    }
)
"""Always followed by what they belong to: `PT. Angkasa`, `Jl. Thamrin`, `No. 17`, `Gen. Sudirman`."""

ENDINGS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset(
            """
            tbk s.h m.h s.e m.m s.t m.t s.sos m.si s.pd m.pd s.kom m.kom s.ip m.ip s.ag m.ag m.hum s.hum
            s.kep s.ked m.kes s.km s.si m.sc b.sc ph.d m.a b.a m.b.a s.psi m.psi sp.a sp.og sp.pd sp.b sp.jp
            sp.m sp.p sp.s sp.kj sp.an sp.rad sp.ok s.i.k s.ik m.i.kom lc ltd inc co corp dkk bin
            """.split()
        ),
        "en": frozenset(
            """
            u.s u.k u.n u.a.e d.c e.u a.m p.m ph.d m.d b.a m.a m.sc b.sc ltd inc co corp tbk etc s.h m.h
            """.split()
        ),
    }
)
"""May also end the sentence: a degree, `Tbk.`, `a.m.`; then the next word decides."""

CLOSERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "id": frozenset("dll dsb dst wib wita wit km kg".split()),
        "en": frozenset("etc".split()),
    }
)
"""End an enumeration: before a capital the sentence is over (`mobil, motor, dll. Polisi …`)."""
