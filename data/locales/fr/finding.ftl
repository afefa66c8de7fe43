# /party find : on propose des moments, les membres cochent, un clic fixe la date de la soirée

party-find-preview = **Quand peux-tu ? · { $name }**
    J’ai lu { $count } moments :
party-find-where = -# À l’heure de { $city }. Je demanderai dans { $channel } ; personne d’autre ne voit ceci avant la publication.
party-find-post = Demander à tous
party-find-other-times = D’autres moments
party-find-form = D’autres moments
party-find-form-times = Les moments proposés, 12 au plus
party-find-form-hint = « sam ou dim 20h Paris », « soirs de semaine »
party-find-posted = Je demande dans { $channel }. Je t’y préviendrai quand les réponses seront là ; d’ici là, ce que tu as prévu est gardé.
party-find-posted-later = Discord ne prend pas le message pour l’instant. Je le publierai dans { $channel } dès que possible ; rien n’est perdu.
party-find-title = 🗓️ Quand peux-tu ? · { $name }
party-find-asks = { $host } cherche une date. Coche tout ce qui te convient : je montre seulement combien de personnes peuvent venir. Tu peux changer jusqu’au { $until } ({ $soon }).
party-find-was-closed = Les réponses sont là. { $host } choisit la date.
party-find-done = Ce sera { $when } ({ $soon }). Je demande à tous ceux qui avaient coché ce moment s’ils viennent.
party-find-was-over = Cette recherche de date est close ; rien n’a été prévu.
party-find-count = { $count ->
    [0] personne encore
    [one] 1 peut
   *[other] { $count } peuvent
}
party-find-voters = { $count ->
    [0] Personne n’a encore répondu.
    [one] 1 personne a répondu.
   *[other] { $count } personnes ont répondu.
}
party-find-tick = Quand je peux
party-find-host = Pour l’hôte
party-find-mine = { $own ->
    [1] Coche tous les moments qui te conviennent (heure de { $city }).
   *[other] Coche tous les moments qui te conviennent (heure de { $city } ; dis-moi la tienne avec `/soirée fuseau`).
}
party-find-choose = Les moments qui te conviennent
party-find-all = Tous
party-find-none = Aucun ne me va
party-find-back = Retirer ma réponse
party-find-kept = { $count ->
    [0] Noté : aucun ne te convient. Je dis à l’hôte combien ont répondu cela, et à personne d’autre.
    [one] Noté : 1 moment te convient.
   *[other] Noté : { $count } moments te conviennent.
}
party-find-taken-back = Ta réponse est effacée.
party-find-never = { $count ->
    [0] Personne n’a répondu que rien ne lui convenait.
    [one] 1 personne n’est libre à aucun de ces moments.
   *[other] { $count } personnes ne sont libres à aucun de ces moments.
}
party-find-no-best = Aucun moment n’a encore été coché.
party-find-best = Le meilleur jusqu’ici : { $when }, { $count ->
    [one] 1 peut
   *[other] { $count } peuvent
}.
party-find-take = Prendre le meilleur moment
party-find-take-other = Prendre un autre moment
party-find-close = Ne plus demander
party-find-give-up = Abandonner
party-find-result = Les réponses pour **{ $name }** sont là : { $when } convient au plus grand nombre ({ $count }). { $never ->
    [0] Personne n’a répondu que rien ne lui convenait.
    [one] 1 personne n’est libre à aucun de ces moments.
   *[other] { $never } personnes ne sont libres à aucun de ces moments.
} Appuie pour choisir.
party-find-result-none = Les réponses pour **{ $name }** sont là : aucun moment n’a été coché. { $never ->
    [0] Tu peux encore en prendre un, ou abandonner.
    [one] 1 personne n’est libre à aucun de ces moments.
   *[other] { $never } personnes ne sont libres à aucun de ces moments.
}
party-find-come = **{ $name }** a lieu { $at } ({ $soon }), un moment que tu avais coché. Viens-tu ?
party-find-coming = Je viens
party-find-lost = Je ne peux plus demander de date pour **{ $name }** : { $channel } n’existe plus ou m’est fermé. La recherche de { $host } est close ; lances-en une autre avec `/soirée trouver` dans un salon où je peux écrire.
party-find-picture = Quand peux-tu ?
party-find-foot = Heure de { $city } · { $count ->
    [one] 1 réponse
   *[other] { $count } réponses
}
party-find-alt = Combien peuvent venir à chaque moment, à l’heure de { $city }. Le meilleur : { $best }, { $count }.
party-find-day = { $weekday } { $day } { $month }
party-find-unread = { $why }
    Tu as tapé : { $typed }
party-find-zone = L’heure de quelle ville ? Ajoute-la (« sam 20h Paris »), ou dis-moi la tienne avec `/soirée fuseau`.
party-find-many = Cela fait { $count } moments ; je peux en proposer { $most } au plus. Retires-en.
party-find-few = Cela fait un seul moment. Tapes-en deux ou plus, ou planifie avec `/soirée planifier`.
party-find-too-many = Il y a { $most } recherches de date ouvertes sur ce serveur. Ferme d’abord l’une d’elles.
party-find-gone = Cette recherche de date n’existe plus.
party-find-closed = On ne peut plus cocher : les réponses sont là.
party-find-over = Cette recherche de date est close.
party-find-not-host = Seuls son hôte et les membres qui peuvent gérer les événements voient ceci et s’en servent.
party-find-host-chooses = C’est { $host } qui choisit la date. Tu peux seulement arrêter la recherche.
when-slot-unread = Je n’ai pas su lire « { $piece } » comme un moment. Sépare-les par « ou », par exemple `sam ou dim 20h Paris` ou `soirs de semaine la semaine prochaine`.
