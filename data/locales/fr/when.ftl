# Les dates tapées à la main, et les fuseaux horaires

when-not-understood = Je n’ai pas su lire cette date. Tape par exemple `vendredi 21h`, `4 décembre 20 h 30`, `dans 3 jours`, `2026-12-04 20:30`, ou choisis-la avec le `@time` de Discord.
when-no-time = J’ai compris { $day }, mais à quelle heure ? Tape par exemple `{ $day } 21:00`.
when-past = Ce moment est déjà passé. Donne-m’en un à venir, par exemple `demain 21h`.
when-too-far = C’est trop loin : je planifie deux ans à l’avance au plus.
when-no-such-day = Ce jour n’existe pas. Vérifie la date dans un calendrier, puis tape-la de nouveau.
when-part-wrong = L’heure et le moment de la journée ne vont pas ensemble. N’en garde qu’un, par exemple `demain 20h`.
when-times-differ = Ces deux heures ne sont pas le même moment. Tape celle qui compte, avec son fuseau si ce n’est pas le tien.

when-asked-half = Le matin ou le soir ? Tape le moment voulu : { $choices }.
when-asked-day = Quel jour veux-tu dire ? Tape-le : { $choices }.
when-asked-order = Quel nombre est le mois ? Tape la date voulue : { $choices }.
when-asked-zone = Ce nom peut désigner plusieurs fuseaux. À ton heure, ce serait l’un de ces moments ; tape le bon : { $choices }.
when-asked-midnight = Quelle nuit ? Tape le moment voulu : { $choices }.
when-asked-span = Compté à partir de maintenant, ou à cette heure-là ? Tape le moment voulu : { $choices }.
when-asked-twice = Cette nuit-là, on recule l’heure : ce moment arrive deux fois. Tape le premier ou le second : { $choices }.
when-asked-skipped = Cette nuit-là, on avance l’heure : ce moment n’existe pas. Tape plutôt l’un de ceux-ci : { $choices }.
when-asked-weekday = Le jour de la semaine et la date ne vont pas ensemble. Tape le moment voulu : { $choices }.
when-asked-several = Cela peut vouloir dire plusieurs moments. Tape celui que tu veux : { $choices }.
when-asked-which-day = Cela peut vouloir dire plusieurs jours. Tape celui que tu veux : { $choices }.

when-no-day = Je n’ai pas su lire ce jour. Tape par exemple `25 décembre`, ou `2026-12-25`.
when-day-past = Ce jour est déjà passé. Donne-m’en un à venir, par exemple `25 décembre`.
when-no-weekdays = Je n’ai pas su lire ces jours. Tape par exemple `lun jeu`, `lun-ven` ou `week-end`.
when-no-rhythm = Je n’ai pas su lire ce rythme. Tape par exemple `chaque semaine`, `tous les 3 jours`, `un vendredi sur deux` ou `troisième vendredi du mois`.

when-zone-unknown = Je ne connais pas ce fuseau. Tape le nom d’une grande ville près de chez toi, comme `Paris`, `Montréal` ou `New York`, et choisis dans la liste.
when-zone-set = Ton fuseau est { $zone }. Il y est { $time } en ce moment.
when-zone-none = Tu ne m’as pas dit ton fuseau. Nomme une grande ville près de chez toi avec `/soirée fuseau`, et je lis à son heure ce que tu tapes.
