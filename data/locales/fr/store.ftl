# Ce qui peut clocher avec la base de données. Aux membres : une phrase. À qui fait tourner le bot : quel fichier ou serveur, et comment en sortir.

store-unavailable = Je n’arrive pas à joindre ma mémoire pour l’instant. Rien n’a été modifié : réessaie dans un moment.
store-unknown = Je viens de perdre le contact avec ma mémoire. Ce que tu as demandé a peut-être été fait quand même : regarde avant de réessayer.

store-url-unknown = ETOILE_DATABASE_URL commence par « { $scheme } », que je ne connais pas. Il faut un chemin, sqlite:///chemin ou postgresql://utilisateur@hôte/nom.
store-url-wrong = ETOILE_DATABASE_URL ne se lit pas comme l’adresse d’une base PostgreSQL ({ $place }). Elle ressemble à postgresql://utilisateur:motdepasse@hôte:5432/nom.
store-sqlite-old = Ce Python vient avec SQLite { $found } ; Étoile demande la version 3.35 ou une plus récente.
store-not-a-database = { $place } n’est pas une base SQLite. Le fichier n’a pas été touché : déplace-le, ou donne un autre chemin dans ETOILE_DATABASE_URL.
store-foreign = { $place } est la base d’un autre programme. Elle n’a pas été touchée : donne une autre base dans ETOILE_DATABASE_URL.
store-not-writable = Impossible d’écrire dans { $place }. Vérifie que le dossier existe et que le bot a le droit d’y écrire.
store-full = Le disque qui contient { $place } est plein. Fais de la place et relance ; rien n’est perdu.
store-locked = Un autre programme verrouille { $place }. Ferme-le, ou attends, puis relance.
store-broken = La base { $place } est inutilisable : { $reason }.
store-newer = La base { $place } est à la révision { $found }, plus récente que ce que connaît cette version d’Étoile ({ $known }). Réinstalle la version plus récente ; rien n’a été modifié.
store-behind = La base { $place } est à la révision { $found } et il faut { $known }. Lance : etoile db upgrade
store-empty = Des données étaient attendues dans { $place }, mais il n’y en a pas. Le bon volume est-il monté ? Rien n’a été créé.
store-unreachable = Aucun serveur PostgreSQL ne répond à { $place }. Est-il démarré, et l’adresse est-elle juste ?
store-password = Le serveur PostgreSQL à { $place } a refusé l’utilisateur ou le mot de passe.
store-no-such-database = Le serveur PostgreSQL répond, mais la base { $place } n’existe pas. Crée-la d’abord.
store-not-allowed = L’utilisateur PostgreSQL n’a pas les droits nécessaires dans { $place }. Il doit posséder la base ou son schéma.

store-backup-exists = { $path } existe déjà ; une sauvegarde n’écrase jamais rien. Choisis un autre nom.
store-backup-failed = La sauvegarde vers { $path } a échoué : { $reason }. La base elle-même est intacte.
store-backup-postgres = Une base PostgreSQL se sauvegarde avec son propre outil, pg_dump ; rien n’a été écrit dans { $path }.

store-restore-missing = Il n’y a pas de fichier { $path }.
store-restore-foreign = { $path } n’est pas une base d’Étoile. Rien n’a été modifié.
store-restore-newer = { $path } est à la révision { $found }, plus récente que ce que connaît cette version d’Étoile. Installe la version plus récente ; rien n’a été modifié.
store-restore-damaged = { $path } est abîmé : { $reason }. Rien n’a été modifié.
store-restore-there = { $place } contient déjà une base. Ajoute --force pour la remplacer ; une copie en est gardée.
store-restore-busy = { $place } est en cours d’utilisation : arrête d’abord le bot. Rien n’a été modifié.
store-restore-failed = La sauvegarde n’a pas pu être mise en place : { $reason }. La base est restée telle quelle.
store-restore-postgres = Une base PostgreSQL se restaure avec ses propres outils, pg_restore ou psql.
store-in-use = Un autre de mes processus tourne déjà sur la base { $place }. Arrête-le d’abord, ou donne à celui-ci une base à lui.
