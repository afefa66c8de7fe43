"""The countries: their names and capitals in English and French, and their zone.

One line each: two-letter code, zone of the capital, names, capitals. A star before the zone: the country has several
that its people would not take for one, so its name alone says none. Sources: the time-zone database (zone.tab) for
codes and zones, common usage for the names.
"""

from __future__ import annotations

COUNTRIES = """
ad Europe/Andorra|Andorra,Andorre|Andorra la Vella,Andorre-la-Vieille
ae Asia/Dubai|United Arab Emirates,UAE,Emirats arabes unis,Émirats,Emirates|Abu Dhabi,Abou Dabi
af Asia/Kabul|Afghanistan|Kabul,Kaboul
ag America/Antigua|Antigua and Barbuda,Antigua-et-Barbuda|Saint John's
ai America/Anguilla|Anguilla|The Valley
al Europe/Tirane|Albania,Albanie|Tirana
am Asia/Yerevan|Armenia,Arménie|Yerevan,Erevan
ao Africa/Luanda|Angola|Luanda
ar America/Argentina/Buenos_Aires|Argentina,Argentine|Buenos Aires
as Pacific/Pago_Pago|American Samoa,Samoa américaines|Pago Pago
at Europe/Vienna|Austria,Autriche|Vienna,Vienne
au *Australia/Sydney|Australia,Australie|Canberra
aw America/Aruba|Aruba|Oranjestad
az Asia/Baku|Azerbaijan,Azerbaïdjan|Baku,Bakou
ba Europe/Sarajevo|Bosnia and Herzegovina,Bosnia,Bosnie-Herzégovine,Bosnie|Sarajevo
bb America/Barbados|Barbados,Barbade|Bridgetown
bd Asia/Dhaka|Bangladesh|Dhaka,Dacca
be Europe/Brussels|Belgium,Belgique|Brussels,Bruxelles
bf Africa/Ouagadougou|Burkina Faso,Burkina|Ouagadougou
bg Europe/Sofia|Bulgaria,Bulgarie|Sofia
bh Asia/Bahrain|Bahrain,Bahreïn|Manama
bi Africa/Bujumbura|Burundi|Gitega
bj Africa/Porto-Novo|Benin,Bénin|Porto-Novo,Cotonou
bm Atlantic/Bermuda|Bermuda,Bermudes|Hamilton
bn Asia/Brunei|Brunei|Bandar Seri Begawan
bo America/La_Paz|Bolivia,Bolivie|La Paz,Sucre
br *America/Sao_Paulo|Brazil,Brésil,Brasil|Brasília,Brasilia
bs America/Nassau|Bahamas|Nassau
bt Asia/Thimphu|Bhutan,Bhoutan|Thimphu,Thimphou
bw Africa/Gaborone|Botswana|Gaborone
by Europe/Minsk|Belarus,Biélorussie|Minsk
bz America/Belize|Belize|Belmopan
ca *America/Toronto|Canada|Ottawa
cd *Africa/Kinshasa|DR Congo,DRC,RDC,RD Congo|Kinshasa
cf Africa/Bangui|Central African Republic,République centrafricaine,Centrafrique|Bangui
cg Africa/Brazzaville|Congo,Republic of the Congo,République du Congo|Brazzaville
ch Europe/Zurich|Switzerland,Suisse|Bern,Berne
ci Africa/Abidjan|Ivory Coast,Côte d'Ivoire|Yamoussoukro
ck Pacific/Rarotonga|Cook Islands,Îles Cook|Avarua
cl America/Santiago|Chile,Chili|Santiago
cm Africa/Douala|Cameroon,Cameroun|Yaoundé,Yaounde
cn Asia/Shanghai|China,Chine|Beijing,Pékin,Peking
co America/Bogota|Colombia,Colombie|Bogotá
cr America/Costa_Rica|Costa Rica|San José
cu America/Havana|Cuba|Havana,La Havane,La Habana
cv Atlantic/Cape_Verde|Cape Verde,Cabo Verde,Cap-Vert|Praia
cw America/Curacao|Curaçao|Willemstad
cy Asia/Nicosia|Cyprus,Chypre|Nicosia,Nicosie
cz Europe/Prague|Czech Republic,Czechia,République tchèque,Tchéquie|Prague
de Europe/Berlin|Germany,Allemagne,Deutschland|Berlin
dj Africa/Djibouti|Djibouti|Djibouti
dk Europe/Copenhagen|Denmark,Danemark|Copenhagen,Copenhague
dm America/Dominica|Dominica,Dominique|Roseau
do America/Santo_Domingo|Dominican Republic,République dominicaine|Santo Domingo,Saint-Domingue
dz Africa/Algiers|Algeria,Algérie|Algiers,Alger
ec America/Guayaquil|Ecuador,Équateur|Quito
ee Europe/Tallinn|Estonia,Estonie|Tallinn
eg Africa/Cairo|Egypt,Égypte|Cairo,Le Caire
er Africa/Asmara|Eritrea,Érythrée|Asmara
es Europe/Madrid|Spain,Espagne,España|Madrid
et Africa/Addis_Ababa|Ethiopia,Éthiopie|Addis Ababa,Addis-Abeba
fi Europe/Helsinki|Finland,Finlande|Helsinki
fj Pacific/Fiji|Fiji,Fidji|Suva
fk Atlantic/Stanley|Falkland Islands,Îles Malouines,Falklands|Stanley
fm *Pacific/Pohnpei|Micronesia,Micronésie|Palikir
fo Atlantic/Faroe|Faroe Islands,Îles Féroé|Tórshavn
fr Europe/Paris|France|Paris
ga Africa/Libreville|Gabon|Libreville
gb Europe/London|United Kingdom,UK,Great Britain,Britain,England,Scotland,Wales,Northern Ireland|London
gb Europe/London|Royaume-Uni,Grande-Bretagne,Angleterre,Écosse,Pays de Galles,Irlande du Nord|Londres
gd America/Grenada|Grenada,Grenade|Saint George's
ge Asia/Tbilisi|Georgia,Géorgie|Tbilisi,Tbilissi
gf America/Cayenne|French Guiana,Guyane,Guyane française|Cayenne
gg Europe/Guernsey|Guernsey,Guernesey|Saint Peter Port
gh Africa/Accra|Ghana|Accra
gi Europe/Gibraltar|Gibraltar|Gibraltar
gl America/Nuuk|Greenland,Groenland|Nuuk
gm Africa/Banjul|Gambia,Gambie|Banjul
gn Africa/Conakry|Guinea,Guinée|Conakry
gp America/Guadeloupe|Guadeloupe|Basse-Terre,Pointe-à-Pitre
gq Africa/Malabo|Equatorial Guinea,Guinée équatoriale|Malabo
gr Europe/Athens|Greece,Grèce|Athens,Athènes
gt America/Guatemala|Guatemala|Guatemala City
gu Pacific/Guam|Guam|Hagåtña
gw Africa/Bissau|Guinea-Bissau,Guinée-Bissau|Bissau
gy America/Guyana|Guyana|Georgetown
hk Asia/Hong_Kong|Hong Kong|Hong Kong
hn America/Tegucigalpa|Honduras|Tegucigalpa
hr Europe/Zagreb|Croatia,Croatie|Zagreb
ht America/Port-au-Prince|Haiti,Haïti|Port-au-Prince
hu Europe/Budapest|Hungary,Hongrie|Budapest
id *Asia/Jakarta|Indonesia,Indonésie|Jakarta
ie Europe/Dublin|Ireland,Irlande|Dublin
il Asia/Jerusalem|Israel,Israël|Jerusalem,Jérusalem
im Europe/Isle_of_Man|Isle of Man,Île de Man|Douglas
in Asia/Kolkata|India,Inde|New Delhi
iq Asia/Baghdad|Iraq,Irak|Baghdad,Bagdad
ir Asia/Tehran|Iran|Tehran,Téhéran
is Atlantic/Reykjavik|Iceland,Islande|Reykjavik
it Europe/Rome|Italy,Italie,Italia|Rome,Roma
je Europe/Jersey|Jersey|Saint Helier
jm America/Jamaica|Jamaica,Jamaïque|Kingston
jo Asia/Amman|Jordan,Jordanie|Amman
jp Asia/Tokyo|Japan,Japon|Tokyo
ke Africa/Nairobi|Kenya|Nairobi
kg Asia/Bishkek|Kyrgyzstan,Kirghizistan|Bishkek,Bichkek
kh Asia/Phnom_Penh|Cambodia,Cambodge|Phnom Penh
ki *Pacific/Tarawa|Kiribati|Tarawa
km Indian/Comoro|Comoros,Comores|Moroni
kn America/St_Kitts|Saint Kitts and Nevis,Saint-Christophe-et-Niévès|Basseterre
kp Asia/Pyongyang|North Korea,Corée du Nord|Pyongyang
kr Asia/Seoul|South Korea,Korea,Corée du Sud,Corée|Seoul,Séoul
kw Asia/Kuwait|Kuwait,Koweït|Kuwait City
ky America/Cayman|Cayman Islands,Îles Caïmans|George Town
kz Asia/Almaty|Kazakhstan|Astana
la Asia/Vientiane|Laos|Vientiane
lb Asia/Beirut|Lebanon,Liban|Beirut,Beyrouth
lc America/St_Lucia|Saint Lucia,Sainte-Lucie|Castries
li Europe/Vaduz|Liechtenstein|Vaduz
lk Asia/Colombo|Sri Lanka|Colombo,Sri Jayawardenepura Kotte
lr Africa/Monrovia|Liberia,Libéria|Monrovia
ls Africa/Maseru|Lesotho|Maseru
lt Europe/Vilnius|Lithuania,Lituanie|Vilnius
lu Europe/Luxembourg|Luxembourg|Luxembourg
lv Europe/Riga|Latvia,Lettonie|Riga
ly Africa/Tripoli|Libya,Libye|Tripoli
ma Africa/Casablanca|Morocco,Maroc|Rabat
mc Europe/Monaco|Monaco|Monaco
md Europe/Chisinau|Moldova,Moldavie|Chisinau
me Europe/Podgorica|Montenegro,Monténégro|Podgorica
mg Indian/Antananarivo|Madagascar|Antananarivo,Tananarive
mh Pacific/Majuro|Marshall Islands,Îles Marshall|Majuro
mk Europe/Skopje|North Macedonia,Macedonia,Macédoine du Nord,Macédoine|Skopje
ml Africa/Bamako|Mali|Bamako
mm Asia/Yangon|Myanmar,Burma,Birmanie|Naypyidaw
mn *Asia/Ulaanbaatar|Mongolia,Mongolie|Ulaanbaatar,Oulan-Bator,Ulan Bator
mo Asia/Macau|Macau,Macao|Macau
mp Pacific/Saipan|Northern Mariana Islands,Îles Mariannes du Nord|Saipan
mq America/Martinique|Martinique|Fort-de-France
mr Africa/Nouakchott|Mauritania,Mauritanie|Nouakchott
mt Europe/Malta|Malta,Malte|Valletta,La Valette
mu Indian/Mauritius|Mauritius,Île Maurice,Maurice|Port Louis,Port-Louis
mv Indian/Maldives|Maldives|Malé
mw Africa/Blantyre|Malawi|Lilongwe
mx *America/Mexico_City|Mexico,Mexique|Mexico City,Mexico,Ciudad de México,CDMX
my Asia/Kuala_Lumpur|Malaysia,Malaisie|Kuala Lumpur
mz Africa/Maputo|Mozambique|Maputo
na Africa/Windhoek|Namibia,Namibie|Windhoek
nc Pacific/Noumea|New Caledonia,Nouvelle-Calédonie|Nouméa
ne Africa/Niamey|Niger|Niamey
ng Africa/Lagos|Nigeria,Nigéria|Abuja
ni America/Managua|Nicaragua|Managua
nl Europe/Amsterdam|Netherlands,The Netherlands,Holland,Pays-Bas,Hollande|Amsterdam
no Europe/Oslo|Norway,Norvège|Oslo
np Asia/Kathmandu|Nepal,Népal|Kathmandu,Katmandou
nr Pacific/Nauru|Nauru|Yaren
nu Pacific/Niue|Niue|Alofi
nz Pacific/Auckland|New Zealand,NZ,Nouvelle-Zélande,Aotearoa|Wellington
om Asia/Muscat|Oman|Muscat,Mascate
pa America/Panama|Panama|Panama City
pe America/Lima|Peru,Pérou|Lima
pf *Pacific/Tahiti|French Polynesia,Polynésie française,Polynésie|Papeete
pg Pacific/Port_Moresby|Papua New Guinea,Papouasie-Nouvelle-Guinée|Port Moresby
ph Asia/Manila|Philippines|Manila,Manille
pk Asia/Karachi|Pakistan|Islamabad
pl Europe/Warsaw|Poland,Pologne|Warsaw,Varsovie
pm America/Miquelon|Saint Pierre and Miquelon,Saint-Pierre-et-Miquelon|Saint-Pierre
pr America/Puerto_Rico|Puerto Rico,Porto Rico|San Juan
ps Asia/Gaza|Palestine|Ramallah
pt Europe/Lisbon|Portugal|Lisbon,Lisbonne,Lisboa
pw Pacific/Palau|Palau,Palaos|Ngerulmud
py America/Asuncion|Paraguay|Asunción
qa Asia/Qatar|Qatar|Doha
re Indian/Reunion|La Réunion,Réunion,Réunion Island|Saint-Denis de La Réunion
ro Europe/Bucharest|Romania,Roumanie|Bucharest,Bucarest
rs Europe/Belgrade|Serbia,Serbie|Belgrade
ru *Europe/Moscow|Russia,Russie|Moscow,Moscou
rw Africa/Kigali|Rwanda|Kigali
sa Asia/Riyadh|Saudi Arabia,Arabie saoudite,Saudi|Riyadh,Riyad
sb Pacific/Guadalcanal|Solomon Islands,Îles Salomon|Honiara
sc Indian/Mahe|Seychelles|Victoria
sd Africa/Khartoum|Sudan,Soudan|Khartoum
se Europe/Stockholm|Sweden,Suède|Stockholm
sg Asia/Singapore|Singapore,Singapour|Singapore,Singapour
si Europe/Ljubljana|Slovenia,Slovénie|Ljubljana
sk Europe/Bratislava|Slovakia,Slovaquie|Bratislava
sl Africa/Freetown|Sierra Leone|Freetown
sm Europe/San_Marino|San Marino,Saint-Marin|San Marino
sn Africa/Dakar|Senegal,Sénégal|Dakar
so Africa/Mogadishu|Somalia,Somalie|Mogadishu,Mogadiscio
sr America/Paramaribo|Suriname|Paramaribo
ss Africa/Juba|South Sudan,Soudan du Sud|Juba,Djouba
st Africa/Sao_Tome|Sao Tome and Principe,São Tomé-et-Príncipe|São Tomé
sv America/El_Salvador|El Salvador,Salvador|San Salvador
sy Asia/Damascus|Syria,Syrie|Damascus,Damas
sz Africa/Mbabane|Eswatini,Swaziland|Mbabane
td Africa/Ndjamena|Chad,Tchad|N'Djamena,Ndjamena,Ndjaména
tg Africa/Lome|Togo|Lomé
th Asia/Bangkok|Thailand,Thaïlande|Bangkok
tj Asia/Dushanbe|Tajikistan,Tadjikistan|Dushanbe,Douchanbé
tl Asia/Dili|East Timor,Timor-Leste,Timor oriental|Dili
tm Asia/Ashgabat|Turkmenistan,Turkménistan|Ashgabat,Achgabat
tn Africa/Tunis|Tunisia,Tunisie|Tunis
to Pacific/Tongatapu|Tonga|Nuku'alofa,Nukualofa
tr Europe/Istanbul|Turkey,Türkiye,Turquie|Ankara
tt America/Port_of_Spain|Trinidad and Tobago,Trinidad,Trinité-et-Tobago|Port of Spain
tv Pacific/Funafuti|Tuvalu|Funafuti
tw Asia/Taipei|Taiwan,Taïwan|Taipei
tz Africa/Dar_es_Salaam|Tanzania,Tanzanie|Dodoma
ua Europe/Kyiv|Ukraine|Kyiv,Kiev
ug Africa/Kampala|Uganda,Ouganda|Kampala
us *America/New_York|United States,USA,US,United States of America,America,États-Unis,Amérique|Washington
uy America/Montevideo|Uruguay|Montevideo
uz Asia/Tashkent|Uzbekistan,Ouzbékistan|Tashkent,Tachkent
va Europe/Vatican|Vatican City,Vatican|Vatican City
vc America/St_Vincent|Saint Vincent and the Grenadines,Saint-Vincent-et-les-Grenadines|Kingstown
ve America/Caracas|Venezuela|Caracas
vn Asia/Ho_Chi_Minh|Vietnam,Viêt Nam|Hanoi,Hanoï
vu Pacific/Efate|Vanuatu|Port Vila,Port-Vila
wf Pacific/Wallis|Wallis and Futuna,Wallis-et-Futuna|Mata-Utu
ws Pacific/Apia|Samoa|Apia
xk Europe/Belgrade|Kosovo|Pristina
ye Asia/Aden|Yemen,Yémen|Sanaa,Sana'a
yt Indian/Mayotte|Mayotte|Mamoudzou
za Africa/Johannesburg|South Africa,Afrique du Sud|Pretoria,Cape Town,Le Cap,Bloemfontein
zm Africa/Lusaka|Zambia,Zambie|Lusaka
zw Africa/Harare|Zimbabwe|Harare
"""

SEVERAL: dict[str, tuple[str, ...]] = {
    "us": (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
    ),
    "ca": (
        "America/Toronto",
        "America/Halifax",
        "America/Winnipeg",
        "America/Edmonton",
        "America/Vancouver",
        "America/St_Johns",
    ),
    "au": (
        "Australia/Sydney",
        "Australia/Brisbane",
        "Australia/Adelaide",
        "Australia/Darwin",
        "Australia/Perth",
        "Australia/Hobart",
    ),
    "br": ("America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha"),
    "mx": ("America/Mexico_City", "America/Cancun", "America/Hermosillo", "America/Tijuana"),
    "ru": (
        "Europe/Moscow",
        "Europe/Kaliningrad",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Novosibirsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Kamchatka",
    ),
    "id": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"),
    "cd": ("Africa/Kinshasa", "Africa/Lubumbashi"),
    "mn": ("Asia/Ulaanbaatar", "Asia/Hovd"),
    "fm": ("Pacific/Pohnpei", "Pacific/Chuuk", "Pacific/Kosrae"),
    "ki": ("Pacific/Tarawa", "Pacific/Kanton", "Pacific/Kiritimati"),
    "pf": ("Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"),
}
"""The zones of the countries with a star, the capital's first."""
