"""Sentences as newspapers write them, with every kind of quantity that they hold."""

from __future__ import annotations

import pytest
from showing import read, rows

INDONESIAN = """
Gempa berkekuatan M5,8 mengguncang Sarmi pada kedalaman 10 km. | measure 5.8 magnitude; measure 10 kilometer
Ponsel seri M3 itu dijual Rp2,2 juta. | money 2200000 IDR
Angin berembus hingga 75 mil per jam. | measure 75 mile-per-hour
Harga rumah subsidi di kawasan itu kini Rp185 jutaan, naik dari Rp170 jutaan. | money 185000000 IDR; money 170000000 IDR
Tarif parkir sepeda motor ditetapkan Rp2 ribuan per jam. | money 2000 IDR
Suhu di puncak Jayawijaya turun hingga minus 5 derajat Celsius. | measure -5 celsius
Ekonomi tumbuh minus 2,07 persen pada 2020. | percent -2.07 %; date 2020--
Termometer di Ulaanbaatar menunjukkan -31 derajat Celsius. | measure -31 celsius
Vaksin itu disimpan pada suhu 70 derajat Celsius di bawah nol. | measure -70 celsius
Pedagang Tanah Abang menjual tiga kodi kemeja dalam sehari. | number 60
Ia memesan sekodi sarung dan dua gros kancing. | number 20; number 288
Perajin itu membutuhkan lima rim kertas. | measure 5 ream
Satu dari 10 anak di desa itu mengalami tengkes. | number 10
Tiga dari empat responden mengaku puas. | number 3; number 4
Perjalanan itu memakan waktu satu jam 20 menit. | measure 1 hour; measure 20 minute
Ia finis dengan catatan waktu 1 menit 54,3 detik. | measure 1 minute; measure 54.3 second
Hakim menjatuhkan hukuman satu tahun enam bulan penjara. | measure 1 year; measure 6 month
Terdakwa divonis 2 tahun 8 bulan penjara dan denda Rp200 juta. | measure 2 year; measure 8 month; money 200000000 IDR
Harga minyak naik 85 sen menjadi 76,30 dolar AS per barel. | money 85 cent; money 76.3 USD
Nasabah dapat menghubungi (021) 520-1590 atau 0811-2222-333. |
Hubungi +62 21 5201590 untuk informasi lebih lanjut. |
Layanan darurat 112 dan 119 beroperasi 24 jam. | number 112; number 119; measure 24 hour
Pelat B 1234 XYZ itu milik warga Bekasi. |
Rumahnya terletak di Jalan Kenanga Nomor 15 RT 003 RW 07. | ordinal 15
Pasal 55 ayat (1) ke-1 KUHP menjerat dua pelaku. | number 2
Peraturan Menteri Keuangan Nomor 131/PMK.010/2024 berlaku mulai 1 Januari 2025. | date 2025-1-1
Putusan Nomor 90/PUU-XXI/2023 dibacakan Senin (16/10/2023). | date 2023-10-16
Rapat pukul 08.00-10.30 WIB, 3-5 Desember 2026. | time 08:00 WIB; time 10:30 WIB; date 2026-12-3; date 2026-12-5
Gempa terjadi pada pukul 23.15.42 WIB. | time 23:15 WIB
Kereta berangkat pukul 5.05 pagi dan tiba pukul setengah sebelas. | time 05:05; time 10:30
Bunga acuan turun seperempat poin persentase setelah naik setengah persen. | percent 0.25 pp; percent 0.5 %
Konser bubar jam setengah 12 malam dan rapat mulai pukul setengah delapan pagi. | time 23:30; time 07:30
Jalannya naik tiga koma dua puluh lima persen, lalu nol koma nol lima persen. | percent 3.25 %; percent 0.05 %
Debu halus mencapai 85 μg/m3. | measure 85 microgram-per-cubic-meter
Toko itu buka dari jam setengah 9 sampai jam 10 malam. | time 20:30; time 22:00
Hanya nol koma tiga persen warga yang protes, atau dua koma lima juta orang. | percent 0.3 %; number 2500000
Pelari itu finis kedua di nomor 100 meter putri. | ordinal 2; measure 100 meter
Pembangkit itu menghasilkan 300 GWh listrik. | measure 300 gigawatt-hour
Tekanan udaranya 985 hektopascal. | measure 985 hectopascal
Kebijakan setengah hati itu dikritik. |
Inflasi tercatat tiga setengah persen. | percent 3.5 %
Debu halus mencapai 85 µg/m³ di Bekasi. | measure 85 microgram-per-cubic-meter
Acara mulai pukul 19.30 Wita sampai selesai. | time 19:30 WITA
Antara 15 hingga 20 persen lahan gagal panen. | percent 15 %; percent 20 %
Inflasi diperkirakan 2,5±1 persen tahun depan. | percent 2.5 %; percent 1 %
Bunga acuan naik 25 bps ke 6,25 persen. | percent 25 bp; percent 6.25 %
Elektabilitasnya naik 3,5 poin persen menjadi 41 persen. | percent 3.5 pp; percent 41 %
Produksi turun seperempat dibanding tahun lalu. | number 0.25
Sekitar dua pertiga dari 270 juta penduduk sudah divaksin. | number 0.6667; number 270000000
Pengeluarannya mencapai satu setengah kali lipat. | number 1.5
Kekayaannya berlipat tiga dalam lima tahun. | number 3; measure 5 year
Puluhan ribu buruh dan belasan mahasiswa berunjuk rasa. | ~number 10000; ~number 10
Sekitar 20-an orang terluka dan ratusan lainnya mengungsi. | ~number 20 decade; ~number 100
Pada era 1980-an, harga kopi hanya Rp500. | ~number 1980 decade; money 500 IDR
Pada dekade 1970-an, abad ke-20, kota itu berkembang. | ~number 1970 decade; ordinal 20
Kapal itu berbobot 3.500 GT dan panjangnya 120 meter. | measure 3500 gross-tonnage; measure 120 meter
Motor itu berkapasitas 150 cc dengan tenaga 15,4 PS. | measure 150 cubic-centimeter; number 15.4
Layar 6,7 inci, memori 8 GB. | measure 6.7 inch; measure 8 gigabyte
Baterai 5.000 mAh, kamera 50 MP. | measure 5000 milliampere-hour; measure 50 megapixel
Pembangkit 2x1.000 MW menelan 4,2 miliar dolar AS. | number 2; measure 1000 megawatt; money 4200000000 USD
Tekanan darahnya 140/90 mmHg. | number 140; number 90
Kepadatan mencapai 1.200 jiwa per kilometer persegi. | number 1200
Kualitas udara mencapai 55,3 mikrogram per meter kubik (µg/m³). | measure 55.3 microgram-per-cubic-meter
Gelombang setinggi 2,5-4 meter berpotensi terjadi. | measure 2.5 meter; measure 4 meter
Angin bertiup 15 knot, jarak pandang 3 km. | measure 15 knot; measure 3 kilometer
Kurs rupiah ditutup di Rp16.245 per dolar AS, melemah 0,31 persen. | money 16245 IDR; percent 0.31 %
IHSG ditutup turun 35,67 poin atau 0,49 persen ke 7.234,12. | number 35.67; percent 0.49 %; number 7234.12
Emas Antam dijual Rp1.350.000 per gram. | money 1350000 IDR
Utang pemerintah Rp8.444,87 triliun per akhir Juni 2024. | money 8444870000000000 IDR; date 2024-6-
APBD sebesar Rp2 triliun lebih 350 miliar. | money 2000000000000 IDR; number 350000000000
Indonesia kalah 0-2 dari Jepang, babak pertama 0-1. | number 0; number 2; ordinal 1; number 0; number 1
Ganda putra menang 21-19, 18-21 dalam 68 menit. | score 21; score 19; score 18; score 21; measure 68 minute
Petenis itu unggul 6-4, 7-6 (5), 6-3. | score 6; score 4; score 7; score 6; score 5; score 6; score 3
Ia lari 100 meter dalam 10,03 detik. | measure 100 meter; measure 10.03 second
Peserta berusia 17 tahun ke atas berhak memilih. | measure 17 year
Bayi berusia 2 bulan itu berbobot 3,2 kg. | measure 2 month; measure 3.2 kilogram
Seorang pria (34) dan istrinya (31) ditangkap. | number 34; number 31
Sebanyak 1.234 dari 5.678 TPS sudah dihitung. | number 1234; number 5678
Hari Kemerdekaan ke-79 diperingati Sabtu, 17 Agustus 2024. | ordinal 79; date 2024-8-17
Hasil sidang pleno IV, Bab III, dan lantai 12. | number 12
Tanggal 5 dan 6 Mei 2025 libur. | date 2025-5-5; date 2025-5-6
Laporan itu mencakup periode Januari–Maret 2025. | date 2025-3-
Semester I/2025 laba naik dua digit. | ordinal 1; date 2025--; number 2
Pinjaman Rp1,2-1,5 juta cair dalam 2x24 jam. | money 1200000 IDR; money 1500000 IDR; measure 48 hour
Luasnya 1,5 kali lapangan sepak bola, kira-kira 7.000 m2. | number 1.5; measure 7000 square-meter
Sejuta anak menerima Rp 1 juta tiap bulan selama setahun. | number 1000000; money 1000000 IDR
Jarak dua kota itu lebih kurang seratus lima puluh kilometer. | number 2; measure 150 kilometer
Harga cabai dua ratusan ribu rupiah, penontonnya seribuan orang. | money 200000 IDR; number 1000
Ia membeli 2 lusin telur dan 3 kodi kain. | number 24; number 60
Suhu berkisar antara minus 3 dan 5 derajat Celsius. | measure -3 celsius; measure 5 celsius
Titik bekunya minus 5-10 derajat. | measure -5 degree; measure -10 degree
Neraca minus Rp5 miliar, rugi -2,5 persen. | money -5000000000 IDR; percent -2.5 %
Kapal di atas 30 gros ton wajib melapor. | measure 30 gross-tonnage
Toko itu buka sehari 24 jam. | measure 24 hour
PON XXI berlangsung pada 2024. | ordinal 21; date 2024--
Kayu seberat 200 pound itu berbobot lebih dari batas. | measure 200 pound
Bayi itu berbobot 7 pon. | measure 7 pound
Pelari itu finis dalam 2:17:35, perenangnya 1:45,32. | score 2; score 17; score 35; score 1; score 45.32
Catatan waktunya 1.45,32, lomba dimulai pukul 2:17:35. | score 1; score 45.32; time 02:17
Tekanan darah pasien tercatat 140/90, berat bayinya 2.870g. | number 140; number 90; measure 2870 gram
Suhu siang 34 C, di puncak 9° C, malam 27ºC. | measure 34 celsius; measure 9 celsius; measure 27 celsius
Emas turun RP2.000 per gram. | money 2000 IDR
Terdakwa (36 tahun/18 Mei 1972) tinggal di Rt 02 RW 06. | measure 36 year; date 1972-5-18
Ia dijerat Pasal 338 jo.363 jo 55 ayat (1) ke 1 KUHP. |
Jaringan 5G itu sampai ke Gang 12 C. | number 12
Sebanyak 1600 kapal dan sekitar 1700 orang tertahan. | number 1600; number 1700
Pada 1998 orang turun ke jalan; sejak 1999 rumah itu kosong. | date 1998--; date 1999--
Mag:4.6, 28-Jan-24 09:30:06 WIB, timur laut Ruteng. | number 4.6; date 2024-1-28; time 09:30 WIB
Harga minyak naik 85 cents. | money 85 cent
Dari 198 rancangan, hanya 26 atau 13% yang tuntas. | number 198; number 26; percent 13 %
Virus itu 4-5x lebih menular, obatnya 3x sehari. | number 4; number 5; number 3
Pasal 22 huruf (c) dan 23 ayat (1) dicabut. |
Putusan Nomor 110-111-112/PUU-VII/2009 dan Nomor 15P/HUM/2009 dibacakan. |
Kemenangan ke-16nya tercatat di versi 2.2 aplikasi Android 14.1. | ordinal 16
Kapal itu berbobot 7.000 ton bruto. | measure 7000 gross-tonnage
Rapat dimulai pukul tujuh lewat seperempat dan usai pukul 9 kurang 10 menit. | time 07:15; time 08:50
Konser dimulai pukul delapan lewat seperempat malam. | time 20:15
Ia berlari sejauh 12 kilo sambil memanggul 5 kilo beras. | measure 12 kilometer; measure 5 kilogram
Es itu dijual tiga ribu perak, dan atlet kita meraih 4 perak. | money 3000 IDR; number 4
Maling itu mengambil langkah seribu dan diam seribu bahasa. |
Kontingen meraih 110 emas dan 108 perak. | number 110; number 108
Resolusi 2334 DK PBB itu dibahas. | number 2334
Ia ikut empat mata pelajaran. | number 4
Pukul 10.00 lebih 20.000 orang berkumpul. | time 10:00; number 20000
Pukul 10.30 lebih 5 menit mereka tiba. | time 10:35
Kapal berlabuh tanggal 22 s/d 24 Juli 2003. | date 2003-7-22; date 2003-7-24
Kedua tokoh bertemu empat mata di kota itu. | number 2
Dalam sewindu jumlahnya berlipat, sesudah dua windu dan satu lustrum. | measure 8 year; measure 16 year; measure 5 year
Gajinya dibayar tanggal 25, layarnya 6,7 incinya, Gate 13 hanya satu. | date --25; measure 6.7 inch; number 13
Ia menunggu sejam setengah, lalu dua tahun setengah di penjara. | measure 1.5 hour; measure 2.5 year
Dua jam setengah desa itu terendam. | measure 2 hour; number 0.5
Target inflasi 2,5 persen, plus minus 1 persen. | percent 2.5 %; percent 1 %
Seperempat juta warga dan seperdua belas dari hutan itu terdampak. | number 250000; number 0.0833
"""

ENGLISH = """
About 2.5k residents signed the petition. | number 2500
The 5k race drew 1.5k runners and cost $1.2k. | number 1500; money 1200 USD
A couple of dozen students were treated for food poisoning. | ~number 24
Winds of up to 120 kph (75 mph) are expected. | measure 120 kilometer-per-hour; measure 75 mile-per-hour
An M6.1 quake struck 72 km south of Lombok. | measure 6.1 magnitude; measure 72 kilometer
Oil gained 85 cents to settle at $76.30 a barrel. | money 85 cent; money 76.3 USD
The ticket costs 50 U.S. cents. | money 50 cent
Temperatures fell to minus 5 degrees Celsius overnight. | measure -5 celsius
The thermometer read -31 degrees Celsius in Ulaanbaatar. | measure -31 celsius
It was 12 degrees below zero in Chicago. | measure -12 degree
Growth came in at minus 2.07 percent in 2020. | percent -2.07 %; date 2020--
Output shrank by −0.4 percent in the quarter. | percent -0.4 %
One in 10 children in the village is stunted. | number 10
Nearly three in four voters approved. | number 3; number 4
Nine out of 10 dentists agreed. | number 9; number 10
The trip takes one hour and 20 minutes. | measure 1 hour; measure 20 minute
The flight lasted an hour and 45 minutes. | measure 1 hour; measure 45 minute
He finished in 1 minute 54.3 seconds. | measure 1 minute; measure 54.3 second
She was sentenced to one year and six months in prison. | measure 1 year; measure 6 month
Call +62 21 555 1234 or +1 202-555-0143 for details. |
Readers may call +44 20 7946 0000. |
The emergency numbers are 112 and 911. | number 112; number 911
The vote was 52-48 in favor. | number 52; number 48
The Senate passed it 51 to 49. | number 51; number 49
The Lakers won 112-104 on Nov. 3. | number 112; number 104; date -11-3
She won 6-4, 3-6, 7-5 in two hours. | score 6; score 4; score 3; score 6; score 7; score 5; measure 2 hour
Home prices rose 4.5% year over year in Q3 2025. | percent 4.5 %; ordinal 3; date 2025--
The Fed cut rates by a quarter of a percentage point. | percent 0.25 pp
The Fed cut rates by a quarter-point. | number 0.25
The bank raised its rate by half a percentage point to 5.5%. | percent 0.5 pp; percent 5.5 %
Shares fell 1.2% to HK$14.50. | percent 1.2 %; money 14.5 HKD
The plan costs between $1.2 and $1.5 billion. | money 1200000000 USD; money 1500000000 USD
The fund holds $3-$4 billion. | money 3000000000 USD; money 4000000000 USD
The company employs 1,200-odd people. | number 1200
Some 40-odd lawmakers abstained. | number 40
The ship is 120 meters (394 feet) long. | measure 120 meter; measure 394 foot
The plane flew at 35,000 feet. | measure 35000 foot
He stands 6-foot-3. | measure 6 foot; measure 3 inch
The suspect is 6ft 2in tall and his brother 5-foot-11. | measure 6 foot; measure 2 inch; measure 5 foot; measure 11 inch
The wave was 30 centimetres high. | measure 30 centimeter
Winds of 80 kilometres per hour hit a 45-square-metre house. | measure 80 kilometer-per-hour; measure 45 square-meter
Ozone stood at 85 micrograms per cubic metre. | measure 85 microgram-per-cubic-meter
A quarter-point cut is due; a half-point lead won the chess title. | percent 0.25 pp; number 0.5
Growth may be half a percent lower, or three and a half percent. | percent 0.5 %; percent 3.5 %
It rained for a fourth straight day on a fourth of the country. | ordinal 4; number 0.25
The film earned ₹500 crore from 2.5 lakh people, Rs 40 each. | money 5000000000 INR; number 250000; money 40 INR
He got a two-and-a-half-year term and saw his half-brother twice. | measure 2.5 year; number 2
At one point three million people had no power. | number 3000000
It was cut by a quarter to nine thousand. | number 0.25; number 9000
They led in the first half past two goals. | ordinal 1; number 2
He came at half past two at night and left at half past nine at night. | time 02:30; time 21:30
A 6-foot-8-year-old tree stands 5 ft 2 in Paris. | measure 6 foot; measure 8 year; measure 5 foot; number 2
The big five years ended when the court ruled nine to five. | measure 5 year; number 9; number 5
Zero point three percent complained, or six point two million people. | percent 0.3 %; number 6200000
They scored three times in 11 second-half minutes. | number 3; number 11
It began at half past six in the evening and ended at a quarter to eight. | time 18:30; time 07:45
Lows of minus 5 C followed a heat of 36C. | measure -5 celsius; measure 36 celsius
She had second thoughts at the eleventh hour about third-degree burns. | ordinal 3
The baby weighed 7 pounds 4 ounces. | measure 7 pound; measure 4 ounce
The blaze burned 12,000 acres. | measure 12000 acre
The town lies 30 miles (48 km) north of Denver. | measure 30 mile; measure 48 kilometer
The quake, with a magnitude of 6.2, struck at 3:42 a.m. local time. | measure 6.2 magnitude; time 03:42
It struck at a depth of 10 km at 0342 GMT. | measure 10 kilometer; time 03:42 GMT
The meeting starts at 9 o'clock. | time 09:00
The store opens from 9-5 daily. | number 9; number 5
Polls close at 8 p.m. EST. | time 20:00 EST
The 34-year-old was arrested on Dec. 3, 2025. | measure 34 year; date 2025-12-3
A 6-month-old baby and a two-day-old foal survived. | measure 6 month; measure 2 day
She is in her mid-40s. | ~number 40 decade
The 1960s and '70s were hard. | ~number 1960 decade; ~number 70 decade
In the early 2000s, a gallon cost $1.50. | ~number 2000 decade; money 1.5 USD
Two-thirds of the 270 million people live in cities. | number 0.6667; number 270000000
One in every five adults smokes. | number 5
Profit rose threefold to €1.4bn. | number 3; money 1400000000 EUR
The price is three times as high as in 2019. | number 3; date 2019--
He is the 47th president and the first since the 19th century. | ordinal 47; ordinal 1; ordinal 19
Chapter 11 bankruptcy, Article 5 and Section 230 were cited. |
A Boeing 777-300ER and an F-35 jet took off. |
The law, H.R. 1234, passed on the second try. | ordinal 2
Windows 11 runs on 8 GB of RAM and a 5,000-mAh battery. | number 11; measure 8 gigabyte; measure 5000 milliampere-hour
Some 150 micrograms per cubic meter were measured. | measure 150 microgram-per-cubic-meter
The 400-mile-long river crosses 3 states. | measure 400 mile; number 3
Scores of people fled; at least 1 in 3 homes burned. | ~number 10; number 1; number 3
She was paid £5.5m and a further £20,000. | money 5500000 GBP; money 20000 GBP
A 20-percent tariff applies to $500-million worth of goods. | percent 20 %; money 500000000 USD
Sales hit 1.5 million in 2023-24. | number 1500000; date 2023--; date 2024--
The index closed down 35.67 points, or 0.49 percent, at 7,234.12. | number 35.67; percent 0.49 %; number 7234.12
The jobless rate was 4.1%, up from 4% a month earlier. | percent 4.1 %; percent 4 %
Five hundred and twelve people, ages 18 to 65, took part. | number 512; number 18; number 65
The pact runs from May 2024 through June 2027. | date 2024-5-; date 2027-6-
It happened on the night of March 3-4. | date -3-3; date -3-4
The dose is 0.5 mg per kg of body weight. | measure 0.5 milligram
He ran the 400-meter hurdles in 46.87 seconds. | measure 400 meter; measure 46.87 second
The rupiah weakened to 16,245 per dollar. | number 16245
At least 12 of the 48 aboard are missing. | number 12; number 48
He bought 2 dozen eggs at 50 cents each. | number 24; money 50 cent
The rapper 50 Cent sold 3 million copies. | number 50; number 3000000
Temperatures ranged from minus 3 to 5 degrees Celsius. | measure -3 celsius; measure 5 celsius
Police seized 200 pounds of cocaine worth 3 million pounds. | measure 200 pound; money 3000000 GBP
The museum paid 200 pounds for it. | money 200 GBP
He ran the marathon in 2:05:43. | score 2; score 5; score 43
She swam it in 1:45.32 and left the pool at 2:05:43 p.m. | score 1; score 45.32; time 14:05
The nurse took his blood pressure, which stood at 140/90. | number 140; number 90
The kitten weighed 187g and slept at 34 C in the heat. | measure 187 gram; measure 34 celsius
It was minus 20 degrees Celsius (minus 4 Fahrenheit). | measure -20 celsius; measure -4 fahrenheit
The 5G network reached unit 34 C of the flats. | number 34
The wall is 6 ft high and 25.5 mi (41 km) long. | measure 6 foot; measure 25.5 mile; measure 41 kilometer
The firm bought back 47.8 millions of shares in version 2.2 for iOS 17.4. | number 47800000
The raid took place on Wednesday (11/14). | date -11-14
Scores of people fled and scores more were hurt at 3:12 p.m. CDT. | ~number 10; ~number 10; time 15:12 CDT
Mills pressed 2.5 million metric tonnes of oil. | measure 2500000 tonne
Output has grown for seven quarters, three quarters of it abroad. | number 7; number 0.75
Some 1600 ships waited, and 1700 people went ashore. | number 1600; number 1700
In 1998 people marched; the 2024 homes came later. | date 1998--; date 2024--
Article 27 (2) and Articles 5 (1) and 6 (3) of the charter apply. |
The quake struck at 11:15:42 p.m. local time. | time 23:15
The meeting is at nine o'clock in the evening. | time 21:00
Pulse and blood pressure of 140/90 mmHg were normal. | number 140; number 90
The panel deleted 23,45,678 names and then 1,20,000 more. | number 2345678; number 120000
Net profit was RM318mil on sales of RM2.4bil. | money 318000000 MYR; money 2400000000 MYR
Diesel rose 7 sen, the dividend by 14 Australian cents. | money 7 cent; money 14 cent
Exports grew sixfold, complaints 12-fold and threats threefold. | number 6; number 12; number 3
The parade left 34th Street for Fifth Avenue on the fifth day. | ordinal 5
United went two-nil up before it ended 3-all. | score 2; score 0; score 3; score 3
Doctors strike from 7am on Feb 4 to 9pm on Feb 6. | time 07:00; date -2-4; time 21:00; date -2-6
He left a fortnight ago, on the 5th of last month, for three fortnights. | measure 2 week; date --5; measure 6 week
The shop on the 19th floor shut by the 8th. | ordinal 19; date --8
Bids close at 12 noon. | time 12:00
In 2016 Sen. Hobbs won and in 2020 SEC Chair Rao left. | date 2016--; date 2020--
She won the 100m women's final. | measure 100 meter
It is a 1,200-fold rise, two-thirds of a million in all. | number 1200; number 0.6667; number 1000000
The doors open at 7 p.m. Eat first. | time 19:00
The over-65s and the under-30s voted differently. | measure 65 year; measure 30 year
It powers a quarter of a million homes and three quarters of a million fridges. | number 250000; number 750000
Some 1.4m of Haiti's 3.1m children need help; 20k followers gave. | number 1400000; number 3100000; number 20000
Gusts of 130 kmph lasted 4min 12sec. | measure 130 kilometer-per-hour; measure 4 minute; measure 12 second
The jets included MiG-30s from the mid-1980s. | ~number 1980 decade
The target is 2.5%, plus or minus 1%. | percent 2.5 %; percent 1 %
More than a dozen aides hold one twelfth of the shares. | ~number 12; number 0.0833
"""


@pytest.mark.parametrize(("sentence", "wanted"), rows(INDONESIAN))
def test_an_indonesian_sentence_gives_all_its_values(sentence: str, wanted: str) -> None:
    assert read(sentence, "id") == wanted


@pytest.mark.parametrize(("sentence", "wanted"), rows(ENGLISH))
def test_an_english_sentence_gives_all_its_values(sentence: str, wanted: str) -> None:
    assert read(sentence, "en") == wanted
