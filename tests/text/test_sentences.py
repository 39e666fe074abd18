from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.sentences import split

ID = [
    "Harga naik.| Warga mengeluh.",
    "PT. Angkasa Pura menutup bandara.| Penumpang menunggu.",
    "Kantor PT Bumi Tbk. di Jl. Thamrin No. 9 kosong.",
    "Ia direktur PT Bumi Tbk.| Menurut dia, laba naik.",
    "Andi Baso, S.H., M.H., menolak.| Jaksa diam.",
    "Pembicaranya Rina, M.Hum.| Ia dosen.",
    "Beras, gula, minyak, dll.| Semua naik.",
    "Amir dkk. ditangkap di Kab. Sleman.",
    "Kol. Inf. Budi Santoso hadir.",
    "Fauzi A. Rahman terpilih.",
    "Pukul 10.30 rapat dimulai.| Pukul 12.00 selesai.",
    "Harganya Rp 1.500.| Kemarin Rp 1.400.",
    "“Kami tidak tahu.| Kami menunggu,” kata dia.",
    "“Siapa pelakunya?” tanya hakim.",
    "“Jangan lari!” teriak polisi.| Ia lari.",
    "“Ini hadiah!”| Penonton bersorak.",
    "Mereka menunggu … dan pulang.",
    "Mereka menunggu...| Tidak ada yang datang.",
    "Gempa terasa lama.| (Pusatnya di darat.)| Warga keluar.",
    "Kasus naik 5 persen.| 17 orang dirawat.",
    "1. Menguras bak mandi.",
    "Menurut dr. Ratna, Sp.A., pasien membaik.",
    "Acara dibuka H. Ahmad Fauzi.| Doa dibaca KH. Maimun.",
    "Pasal 5 UU No. 17 tahun 2014 dicabut.",
    "Surat tgl. 5 Mei itu hilang.",
    "Ia dihukum lima tahun penjara.|Sopir itu banding.",
    "Budi, S.H.,M.H., membaca kompas.Com di rumah.",
    "Haris, S.H.| “Kami akan banding,” katanya.",
    "a. Kec. Sidorejo buka pukul 08.00.",
    "Ia menjamu J.B. Holmes.| Lawannya A.N. Other.",
    "Rudi, Ph. D, meneliti kadar pH.| Kondisi ini baik.",
    "Pemasoknya Kawasan Steel Corp.| PT Bumi menunggu.",
    "Ia bekas direktur Sinar Pte. Ltd.| Kurs rupiah lalu naik.",
    "Tamu memimpin Serie A.| Tim tuan rumah kalah.",
    "Ada banyak hal.| Mereka heran (hal. 5).",
    "Indeks Shenzhen Comp. (China), KLCI, dan PSEI naik.",
    "Ia dosen Univ. Negeri dan Fak. Hukum; AS vs. Iran memanas.",
    "Ia lahir pada 1998.|Ibunya petani.",
    "“Siapa itu?”| Ia bertanya lagi.",
    "Ia bertanya, “Mengapa?”| Warga menjawab.",
    "Pemenangnya: 1. Rudi, 2. Andi, dan 3. Budi.| Hadiahnya sepeda.",
    "Ia didampingi adiknya, 22.| Ia menangis.",
    "Hati kaya akan vitamin A, C dan E.| Dokter menganjurkannya.",
    "Sekolah diliburkan.| (Hal ini) karena banjir.",
    '"Kami siap.| Kami tunggu."|Pernyataan itu disampaikan pelatih.',
    '"Kami siap.| Kami berangkat," kata dia.|"Ia juga," ujar Budi.',
    'Layarnya 6,5" baru.|"Bagus," katanya.',
    "Rumahnya di Perum. Griya Asri.| Saksinya I Gd. Arya.| Ia menjadi Perum.| Setelah itu laba naik.",
    "Ia bertanya mengapa...| Mengapa tidak ada yang tahu?",
    "Ia bekas pegawai Yahoo! Indonesia.| Kini ia bekerja di Yahoo!| Saham perusahaan itu turun.",
    "“Saya... Saya kaget,” katanya.| Saya... diam.",
    "Wakilnya I Kt. Suardana, saksinya Ida Bgs. Arya.| Upacara digelar 12 Agst. 2026.",
    "Kereta terakhir berangkat pkl. 22.15.| Loket tutup pk. 21.00.",
    "Ia wafat pada usia 78 th.| Misa digelar di Rg. 2.14.",
    "Gub. BI membaca 1 Kor. 13:4.| Hal itu dikatakan Wabup.| Ia menambahkan.",
    "Pilihannya: a. Jenewa, b. Bern, c. Basel.| Kuncinya huruf b.| Panitia diam.",
    "Polisi menangkap SN (31) dan Y.| Y mengaku.| Tersangka berinisial A.S.| Rekannya buron.",
    "Ia bicara lebih dulu.| drg. Wulan menyusul.| .com masih teratas.",
    "“Besok!” Istrinya membentak dari dapur.",
    "Pos I berada di 1.800 m dpl.| Pendaki kedinginan.",
    "Pendaftaran dibuka Senin.|Peserta membawa ijazah.",
]
EN = [
    "Prices rose.| Residents complained.",
    "Dr. Ratna met Gen. Andika.| They talked.",
    "It began at 10 a.m. on Monday.",
    "It began at 10 a.m.| The talks lasted.",
    "The U.S. Embassy closed.",
    "The D.C. Council voted.| It is in Washington, D.C.| He left.",
    "The march begins on Elm St.| The mayor lives on St. Clair Ave.| Nobody knew.",
    "It was left to John Smith Jr.| His son sold it on King Jr. Boulevard and left.",
    "“I... I... I froze,” she said.| Yahoo! Finance told it.| She left Yahoo!| Shares fell.",
    "They waited for it...| It never came.",
    "He works in Washington, D.C.| Residents voted.| He visited St. Just.| We saw the Jr. A league.",
    "He lives in the U.S.| He left.",
    "“Who is he?” the judge asked.",
    "“Who is he?” Kusnadi asked in court.",
    "“We won.| We did it,” she said.",
    "Police chief Adj. Sr. Comr. Restu resigned.",
    "Shares of PT Bumi Tbk. fell.",
    "It costs Rp. 75 thousand.| He paid.",
    "He met J.B. Holmes.| They talked.",
    "He asked, “Why?”| Nobody answered.",
    "“What now?”| He said nothing.",
    "The curfew starts at 8:30 p.m. Thursday and ends Friday.",
    "Ask Irjen. Pol. Abubakar.| He knows.",
    "It broke Rule No. X.K.1 twice.",
    "It soared to 1,100 F (593 C).| Workers left.",
    "Shares rose as of 3:35 p.m. Eastern.| Bonds fell.",
    "At 9 p.m.| Takayanagi, 36, left.",
    "It begins at 5 p.m. WIB and at 6 p.m. Western Indonesia Time.",
    "“Who is Mel?” I asked.",
    "A chip assists in performing I/O.| Missiles fly.",
    "It is fourth after the U.S.| Ever since, it has grown.",
    "SANTA BARBARA, Calif. (AP) — Rain fell.| Homes flooded.",
    "Det. Sgt. Flynn met Const. Lee and Mme. Roux in Rm. 12B, Bldg. 4.",
    "The fish weighed 14 lb. 3 oz. in all.",
    "It is 170 cm.| 12 people saw it.",
    "The well is 30 ft.| The pump broke.",
    "She won't.| Ask him.",
    "“I-I… I don't know,” he said.| “It was you and I.| That's all.”",
    "a) Lock the doors.| b) Shut off the gas.",
    "She read from 1 Cor. 13:4 and a bowl (ca. 1400).",
    "The prime minister met Dr. Ng.| Lawrence Wong was there.",
    "“Fire!” Deputy Mayor Lund yelled.",
]


@pytest.mark.parametrize(("language", "marked"), [*(("id", one) for one in ID), *(("en", one) for one in EN)])
def test_sentences_end_where_a_sub_editor_ends_them(language: str, marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [span.of(text) for span in split(text, language)] == wanted


@given(st.text(alphabet="aB .?!”“\n1,():Dr", max_size=80), st.sampled_from(["id", "en"]))
def test_only_white_space_lies_between_sentences(text: str, language: str) -> None:
    end = 0
    for span in split(text, language):
        assert not text[end : span.start].strip()
        assert span.of(text).strip() == span.of(text) != ""
        end = span.end
    assert not text[end:].strip()
