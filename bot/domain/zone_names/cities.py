"""Large cities that give no zone its name, and other names of those that do: one line for each zone."""

from __future__ import annotations

CITIES = """
America/New_York|NYC,New York City,Boston,Washington,Washington DC,DC,Philadelphia,Philadelphie,Miami,Atlanta
America/New_York|Orlando,Tampa,Charlotte,Pittsburgh,Cleveland,Cincinnati,Baltimore,Buffalo,Brooklyn,Manhattan
America/New_York|Jacksonville,Raleigh,Florida,Floride,Massachusetts,New Jersey,Virginia,Virginie,Pennsylvania
America/New_York|Pennsylvanie,Ohio,North Carolina,Maine,Vermont,Connecticut
America/Detroit|Michigan,Ann Arbor
America/Los_Angeles|San Francisco,Seattle,San Diego,Las Vegas,Hollywood,Portland,Sacramento,Oakland
America/Los_Angeles|San José California,Silicon Valley,California,Californie,Cali,SF,Oregon,Nevada
America/Chicago|Dallas,Houston,Austin,New Orleans,Nouvelle-Orléans,La Nouvelle-Orléans,San Antonio,Minneapolis
America/Chicago|Milwaukee,Nashville,Memphis,Kansas City,St Louis,Saint-Louis,Oklahoma City,Fort Worth,Illinois,Texas
America/Chicago|Minnesota,Wisconsin,Louisiana,Louisiane
America/Denver|Salt Lake City,Albuquerque,Santa Fe,Colorado,Utah,Montana
America/Phoenix|Tucson,Arizona
America/Indiana/Indianapolis|Indianapolis
America/Kentucky/Louisville|Louisville
America/Anchorage|Alaska
Pacific/Honolulu|Hawaii,Hawaï
America/Toronto|Montréal,Québec,Quebec City,Ottawa,Gatineau,Laval,Sherbrooke,Trois-Rivières,Ontario,Mississauga
America/Halifax|Nova Scotia,Nouvelle-Écosse
America/Moncton|New Brunswick,Nouveau-Brunswick
America/St_Johns|Newfoundland,Terre-Neuve,St John's Newfoundland
America/Winnipeg|Manitoba
America/Edmonton|Calgary,Alberta
America/Regina|Saskatoon,Saskatchewan
America/Vancouver|British Columbia,Colombie-Britannique
America/Mexico_City|Guadalajara,Puebla
America/Sao_Paulo|Rio de Janeiro,Rio,Belo Horizonte,Curitiba,Porto Alegre
America/Argentina/Buenos_Aires|Buenos Aires
America/Argentina/Cordoba|Córdoba Argentina
America/Bogota|Medellín,Cali Colombia
America/Santiago|Valparaíso
America/Guayaquil|Quito
America/Caracas|Maracaibo
Europe/Paris|Lyon,Marseille,Toulouse,Lille,Nice,Bordeaux,Nantes,Strasbourg,Montpellier,Rennes,Grenoble,Dijon,Reims
Europe/Paris|Toulon,Brest,Le Havre,Saint-Étienne,Angers,Clermont-Ferrand,Cannes,Avignon,Metz,Nancy,Rouen,Tours,Corse
Europe/Paris|Corsica,Provence,Bretagne
Europe/London|Londres,Manchester,Birmingham,Liverpool,Leeds,Glasgow,Edinburgh,Édimbourg,Bristol,Cardiff,Belfast
Europe/London|Oxford,Cambridge,Sheffield,Newcastle,Brighton,Nottingham,Leicester
Europe/Dublin|Cork,Galway,Limerick
Europe/Brussels|Bruxelles,Liège,Anvers,Antwerp,Gand,Ghent,Bruges,Charleroi,Namur,Louvain
Europe/Zurich|Genève,Geneva,Lausanne,Bâle,Basel,Bern,Berne,Lugano,Zürich,Fribourg,Neuchâtel
Europe/Berlin|Munich,München,Hambourg,Hamburg,Francfort,Frankfurt,Cologne,Köln,Stuttgart,Düsseldorf,Leipzig,Dresden
Europe/Berlin|Dresde,Hanover,Hanovre,Nuremberg,Bonn,Bremen,Brême
Europe/Rome|Milan,Milano,Naples,Napoli,Turin,Torino,Florence,Firenze,Venice,Venise,Venezia,Bologna,Bologne,Genoa
Europe/Rome|Gênes,Palermo,Palerme,Verona,Vérone,Bari,Catania,Sicily,Sicile,Sardinia,Sardaigne
Europe/Madrid|Barcelona,Barcelone,Valencia,Valence Espagne,Seville,Séville,Sevilla,Bilbao,Malaga,Málaga,Zaragoza
Europe/Madrid|Saragosse,Granada
Atlantic/Canary|Canary Islands,Canaries,Îles Canaries,Tenerife,Las Palmas
Europe/Lisbon|Lisboa,Porto
Atlantic/Azores|Açores
Atlantic/Madeira|Madère
Europe/Amsterdam|Rotterdam,The Hague,La Haye,Utrecht,Eindhoven
Europe/Vienna|Wien,Vienne,Salzburg,Salzbourg,Graz,Innsbruck
Europe/Warsaw|Kraków,Cracow,Cracovie,Gdańsk,Wrocław,Poznań,Łódź
Europe/Prague|Brno,Praha
Europe/Budapest|Debrecen
Europe/Athens|Athènes,Thessaloniki,Thessalonique
Europe/Copenhagen|Copenhague,København,Aarhus
Europe/Stockholm|Gothenburg,Göteborg,Malmö
Europe/Oslo|Bergen,Trondheim
Europe/Helsinki|Tampere,Espoo
Europe/Moscow|Moscou,Saint Petersburg,St Petersburg,Saint-Pétersbourg,Sotchi,Sochi
Europe/Kyiv|Kyiv,Kiev,Lviv,Odesa,Odessa,Kharkiv
Europe/Istanbul|Istamboul,Istanbul,Izmir,Antalya,Constantinople
Europe/Bucharest|Cluj
Europe/Zagreb|Split,Dubrovnik
Africa/Casablanca|Marrakech,Marrakesh,Fès,Tanger,Tangier,Agadir
Africa/Algiers|Oran
Africa/Tunis|Sfax
Africa/Cairo|Alexandria,Alexandrie,Gizeh,Giza
Africa/Lagos|Ibadan,Kano
Africa/Johannesburg|Durban,Soweto
Africa/Nairobi|Mombasa
Africa/Accra|Kumasi
Africa/Dar_es_Salaam|Zanzibar
Asia/Tokyo|Osaka,Kyoto,Yokohama,Nagoya,Sapporo,Kobe,Fukuoka,Hiroshima
Asia/Seoul|Busan,Incheon
Asia/Shanghai|Beijing,Pékin,Guangzhou,Canton,Shenzhen,Chengdu,Wuhan,Tianjin,Hangzhou,Chongqing,Nanjing,Harbin
Asia/Hong_Kong|HK,Kowloon
Asia/Singapore|Singapour
Asia/Kolkata|Mumbai,Bombay,Delhi,New Delhi,Bangalore,Bengaluru,Chennai,Madras,Hyderabad,Pune,Calcutta,Ahmedabad,Jaipur
Asia/Karachi|Lahore,Islamabad,Rawalpindi
Asia/Dhaka|Chittagong
Asia/Dubai|Abu Dhabi,Dubaï
Asia/Riyadh|Jeddah,Djeddah,Mecca,La Mecque,Medina
Asia/Jerusalem|Tel Aviv,Tel-Aviv,Haifa
Asia/Beirut|Beyrouth
Asia/Tehran|Téhéran,Ispahan,Isfahan,Mashhad
Asia/Baghdad|Bassora,Basra,Erbil
Asia/Ho_Chi_Minh|Ho Chi Minh City,Hô-Chi-Minh-Ville,Saigon,Saïgon,Hanoi,Da Nang
Asia/Bangkok|Phuket,Chiang Mai
Asia/Manila|Cebu,Quezon City,Davao
Asia/Jakarta|Bandung,Surabaya,Java
Asia/Makassar|Bali,Denpasar
Asia/Kuala_Lumpur|KL,Penang
Asia/Kathmandu|Pokhara
Asia/Colombo|Kandy
Asia/Almaty|Astana
Asia/Tashkent|Tachkent
Asia/Yangon|Rangoun,Rangoon
Asia/Kamchatka|Kamtchatka
Australia/Sydney|Canberra,Newcastle Australia,Wollongong,New South Wales,NSW
Australia/Melbourne|Geelong
Australia/Brisbane|Gold Coast,Cairns,Queensland
Australia/Perth|Western Australia
Australia/Adelaide|South Australia
Australia/Hobart|Tasmania,Tasmanie
Pacific/Auckland|Wellington,Christchurch,Queenstown,Dunedin
Indian/Reunion|Saint-Denis
Indian/Mahe|Mahé
Pacific/Tahiti|Papeete,Bora Bora
Pacific/Easter|Easter Island,Île de Pâques
Pacific/Galapagos|Galápagos Islands
"""

MOVED = {
    "Africa/Asmera": "Africa/Asmara",
    "Africa/Timbuktu": "Africa/Bamako",
    "America/Argentina/ComodRivadavia": "America/Argentina/Catamarca",
    "America/Atka": "America/Adak",
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Catamarca": "America/Argentina/Catamarca",
    "America/Coral_Harbour": "America/Atikokan",
    "America/Cordoba": "America/Argentina/Cordoba",
    "America/Ensenada": "America/Tijuana",
    "America/Fort_Wayne": "America/Indiana/Indianapolis",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "America/Jujuy": "America/Argentina/Jujuy",
    "America/Knox_IN": "America/Indiana/Knox",
    "America/Louisville": "America/Kentucky/Louisville",
    "America/Mendoza": "America/Argentina/Mendoza",
    "America/Montreal": "America/Toronto",
    "America/Nipigon": "America/Toronto",
    "America/Pangnirtung": "America/Iqaluit",
    "America/Porto_Acre": "America/Rio_Branco",
    "America/Rainy_River": "America/Winnipeg",
    "America/Rosario": "America/Argentina/Cordoba",
    "America/Santa_Isabel": "America/Tijuana",
    "America/Shiprock": "America/Denver",
    "America/Thunder_Bay": "America/Toronto",
    "America/Virgin": "America/St_Thomas",
    "America/Yellowknife": "America/Edmonton",
    "Asia/Ashkhabad": "Asia/Ashgabat",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Choibalsan": "Asia/Ulaanbaatar",
    "Asia/Chongqing": "Asia/Shanghai",
    "Asia/Chungking": "Asia/Shanghai",
    "Asia/Dacca": "Asia/Dhaka",
    "Asia/Harbin": "Asia/Shanghai",
    "Asia/Istanbul": "Europe/Istanbul",
    "Asia/Kashgar": "Asia/Urumqi",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Macao": "Asia/Macau",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Asia/Tel_Aviv": "Asia/Jerusalem",
    "Asia/Thimbu": "Asia/Thimphu",
    "Asia/Ujung_Pandang": "Asia/Makassar",
    "Asia/Ulan_Bator": "Asia/Ulaanbaatar",
    "Atlantic/Faeroe": "Atlantic/Faroe",
    "Atlantic/Jan_Mayen": "Arctic/Longyearbyen",
    "Australia/ACT": "Australia/Sydney",
    "Australia/Canberra": "Australia/Sydney",
    "Australia/Currie": "Australia/Hobart",
    "Australia/LHI": "Australia/Lord_Howe",
    "Australia/NSW": "Australia/Sydney",
    "Australia/North": "Australia/Darwin",
    "Australia/Queensland": "Australia/Brisbane",
    "Australia/South": "Australia/Adelaide",
    "Australia/Tasmania": "Australia/Hobart",
    "Australia/Victoria": "Australia/Melbourne",
    "Australia/West": "Australia/Perth",
    "Australia/Yancowinna": "Australia/Broken_Hill",
    "Europe/Belfast": "Europe/London",
    "Europe/Kiev": "Europe/Kyiv",
    "Europe/Nicosia": "Asia/Nicosia",
    "Europe/Tiraspol": "Europe/Chisinau",
    "Europe/Uzhgorod": "Europe/Kyiv",
    "Europe/Zaporozhye": "Europe/Kyiv",
    "Pacific/Enderbury": "Pacific/Kanton",
    "Pacific/Johnston": "Pacific/Honolulu",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Samoa": "Pacific/Pago_Pago",
    "Pacific/Truk": "Pacific/Chuuk",
    "Pacific/Yap": "Pacific/Chuuk",
}
"""Zones of old names, and what they are called now. They are understood, and never suggested."""

FEATURED: tuple[str, ...] = (
    "America/New_York",
    "Europe/Paris",
    "Europe/London",
    "America/Toronto",
    "America/Los_Angeles",
    "UTC",
)
"""The zones that most members of this community live in."""
