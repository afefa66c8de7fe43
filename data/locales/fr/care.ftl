# « Un problème ? »

report-button = Un problème ?
report-title = Un problème ?
report-label = Lequel ?
report-hint-moderators = Un spoiler, une erreur, autre chose. La modération de ce serveur le lit, avec ton nom.
report-hint-operator = Un spoiler, une erreur, autre chose. La personne qui me fait tourner le lit, avec ton nom.
report-example = On y lit qui gagne, et je n’en suis qu’à l’épisode 3.
report-thanks-moderators = Merci. La modération a ton message.
report-thanks-operator = Merci. La personne qui me fait tourner a ton message.
report-nobody = Personne ne m’a dit où porter un signalement : il n’arriverait nulle part. Dis-le à la modération du serveur, s’il te plaît.
report-empty = Tu n’as rien écrit : il n’y a rien à transmettre.
report-too-many = C’est assez pour l’instant : je ne transmets que quelques messages par demi-heure. Adresse-toi directement à la modération. Voici ce que tu avais écrit :
    { $written }
report-lost = Je n’ai pas pu le transmettre : je n’ai pas le droit d’écrire là où vont les signalements. Dis-le à la modération, en collant ceci :
    { $written }
report-posted = { $who } signale un problème dans { $where }
report-posted-direct = { $who } signale un problème, en message privé
report-inside = Le message peut dévoiler la suite :

# Demander à la modération ce que je ne sais pas

question-button = Demander à la modération
question-title = Demander à la modération
question-label = Ta question
question-hint-moderators = La modération de ce serveur la lit, avec ton nom.
question-hint-operator = La personne qui me fait tourner la lit, avec ton nom.
question-example = Que veux-tu savoir ?
question-thanks-moderators = Merci. La modération a ta question.
question-thanks-operator = Merci. La personne qui me fait tourner a ta question.
question-posted = { $who } demande dans { $where } ce à quoi je n’ai pas su répondre
question-posted-direct = { $who } demande, en message privé, ce à quoi je n’ai pas su répondre
