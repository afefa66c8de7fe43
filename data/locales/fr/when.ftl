# Les dates tapées à la main, et les fuseaux horaires

when-not-understood = Je n’ai pas su lire cette date. Tape par exemple `vendredi 21h`, `4 décembre 20 h 30`, `dans 3 jours`, `2026-12-04 20:30`, ou choisis-la avec le `@time` de Discord.
when-no-time = J’ai compris { $day }, mais à quelle heure ? Tape par exemple `{ $day } 21:00`.
when-past = Ce moment est déjà passé. Donne-m’en un à venir, par exemple `demain 21h`.
when-too-far = C’est trop loin : je planifie deux ans à l’avance au plus.
when-ambiguous = Cela peut vouloir dire { $first } ou { $second }. Tape la date voulue, avec l’heure : `{ $first } 21:00` ou `{ $second } 21:00`.
when-which-half = Le matin ou le soir ? Pour l’heure, tape `{ $first }` ou `{ $second }`.
when-midnight = Quelle nuit ? Tape `23:59` pour la fin de la journée, ou `00:00` avec le jour qui commence alors.
when-no-such-day = Ce jour n’existe pas. Vérifie la date, par exemple sur un calendrier, et tape-la de nouveau.
when-weekday-wrong = Le jour de la semaine et la date ne vont pas ensemble. Si c’est la date qui compte, tape `{ $day }` avec l’heure.
when-skipped = Cette nuit-là, on avance l’heure : ce moment n’existe pas. Tape plutôt `{ $first }` ou `{ $second }`.
when-twice = Cette nuit-là, on recule l’heure : ce moment arrive deux fois. Tape `{ $first }` pour la première ou `{ $second }` pour la seconde.
when-zone-letters = Des sigles comme EST ou CET changent de sens au fil de l’année. Laisse-les de côté (je prends ton propre fuseau), ou termine par `heure de Paris`, `heure de New York` ou `UTC`.

when-no-day = Je n’ai pas su lire ce jour. Tape par exemple `25 décembre`, ou `2026-12-25`.
when-no-weekdays = Je n’ai pas su lire ces jours. Tape par exemple `lun jeu`, ou `lundi et jeudi`.

when-zone-unknown = Je ne connais pas ce fuseau. Tape le nom d’une grande ville près de chez toi, comme `Paris`, `Montréal` ou `New York`, et choisis dans la liste.
when-zone-set = Ton fuseau est { $zone }. Il y est { $time } en ce moment.
when-zone-none = Tu ne m’as pas dit ton fuseau.
