#!/usr/bin/env python3
"""Vérifie un registre de décisions de Parpour. Checks a Parpour decision register.

    python3 verify.py EXPORT.zip    tout le fichier / the whole file
    python3 verify.py DOSSIER       inscriptions et corps seulement / entries and bodies only (folder)

Python 3.9+, rien d'autre / nothing else. Code 0 : intact / sound. Code 1 : non / not.
"""
import hashlib, os, re, struct, sys, zlib

HEX = b"[0-9a-f]{64}"
TOKEN = b'"[A-Za-z0-9._:/#-]{1,128}"'
TIME = b"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
ENTRY = (b'{"actors":\\[(?:' + TOKEN + b"(?:," + TOKEN + b')*)?\\],"at":"(?P<at>' + TIME
         + b')","body_commit":"(?P<commit>' + HEX + b')","group":"(?P<group>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-'
         + b'[0-9a-f]{12})","kind":(?P<kind>' + TOKEN + b'),"prev":"(?P<prev>' + HEX + b')","ref":(?P<ref>null|'
         + TOKEN + b'),"seq":(?P<seq>[1-9][0-9]{0,15}),"v":1}')
LINE = re.compile(b'{"entry":(?P<entry>' + ENTRY + b'),"hash":"(?P<hash>' + HEX + b')","salt":(?:null|"(?P<salt>'
                  + HEX + b')")}')
FIXED = {b"LISEZMOI.txt", b"README.txt", b"register.jsonl", b"verify.py"}
REASONS = {
    "form": ("la ligne n'a pas la forme d'une inscription", "the line does not have the form of an entry"),
    "seq": ("le numéro ne suit pas le précédent", "the number does not follow the one before"),
    "group": ("l'inscription est celle d'un autre groupe", "the entry is another group's"),
    "prev": ("le lien avec l'inscription précédente est rompu", "the link to the entry before is broken"),
    "time": ("l'heure précède celle de l'inscription d'avant", "the time is before that of the entry before"),
    "hash": ("l'empreinte n'est pas celle de l'inscription", "the hash is not that of the entry"),
    "missing": ("le corps manque", "the body is missing"),
    "unproven": ("rien ne lie ce corps à l'inscription", "nothing binds this body to the entry"),
    "body": ("le corps n'est pas celui qui a été inscrit", "the body is not the one that was entered"),
    "zip": ("ce n'est pas l'archive d'un registre, ou pas entière", "not the archive of a register, or not all of it"),
    "files": ("un fichier manque ou est de trop", "a file is missing or should not be there"),
    "checksum": ("un fichier autre que le registre a changé", "a file other than the register has changed"),
}


class Wrong(Exception):
    """Wrong(reason, seq): seq is the first wrong entry, or None if the damage is elsewhere."""


def check_entries(register, body_of):
    """Follows the chain and says what it found, or raises Wrong at the first wrong entry."""
    lines = register.split(b"\n")
    unended = lines.pop()
    group, head, time, withdrawn, said = None, b"0" * 64, b"", [], {}
    for seq, line in enumerate(lines, 1):
        entry = LINE.fullmatch(line)
        if entry is None:
            raise Wrong("form", seq)
        digest = hashlib.sha256(b"parpour-register-1\n" + entry["entry"]).hexdigest().encode()
        salt, body = bytes.fromhex((entry["salt"] or b"").decode()), body_of(b"bodies/%06d.json" % seq)
        group = group or entry["group"]
        for reason, wrong in (
                ("seq", int(entry["seq"]) != seq), ("group", entry["group"] != group),
                ("prev", entry["prev"] != head), ("time", entry["at"] < time), ("hash", entry["hash"] != digest),
                ("unproven", body is not None and not salt), ("missing", body is None and salt),
                ("body", salt and hashlib.sha256(salt + (body or b"")).hexdigest().encode() != entry["commit"])):
            if wrong:
                raise Wrong(reason, seq)
        withdrawn += [] if salt else [seq]
        if entry["kind"] == b'"body.withdrawn"':
            said.setdefault(entry["ref"], (seq, entry["at"].decode()))
        head, time = digest, entry["at"]
    if unended:
        raise Wrong("form", len(lines) + 1)
    by = [said.get(b'"%d"' % seq, (0, "")) for seq in withdrawn]
    return {"entries": len(lines), "bodies": len(lines) - len(withdrawn),
            "head": head.decode(), "words": head_words(head),
            "withdrawn": [(seq, why if why[0] > seq else None) for seq, why in zip(withdrawn, by)]}


def head_words(head):
    """The first 88 bits as eight words."""
    bits = int(head[:22], 16)
    return [WORDS[bits >> 11 * place & 2047] for place in reversed(range(8))]


def read_zip(data):
    """The files (name, content, checksum) as their own headers announce them."""
    files, at = [], 0
    while data[at:at + 4] == b"PK\3\4" and len(data) >= at + 30:
        crc, size, _, name = struct.unpack_from("<3LH", data, at + 14)
        at += 30 + name + size
        if at > len(data):
            raise Wrong("zip", None)
        files.append((data[at - size - name:at - size], data[at - size:at], crc))
    return files


def write_zip(files):
    """The one form of an archive: stored, 1 January 1980, ZIP64 end from 65,535 files on."""
    pieces, central, at = [], [], 0
    for name, body, crc in files:
        common = struct.pack("<5H3L2H", 10, 0, 0, 0, 33, crc, len(body), len(body), len(name), 0)
        pieces += [b"PK\3\4", common, name, body]
        central += [b"PK\1\2\n\0", common, bytes(10), struct.pack("<L", at), name]
        at += 30 + len(name) + len(body)
    directory, count = b"".join(central), len(files)
    size, short, wide = len(directory), min(count, 0xFFFF), b""
    if count >= 0xFFFF:
        wide = b"PK\6\6" + struct.pack("<Q2H2L4Q", 44, 45, 45, 0, 0, count, count, size, at)
        wide += b"PK\6\7" + struct.pack("<LQL", 0, at + size, 1)
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, short, short, size, at, 0)
    return b"".join(pieces + [directory, wide, end])


def check_zip(data):
    """First the archive's form, then the entries, then every other file."""
    files = read_zip(data) if len(data) < 2**32 else []
    contents = {name: body for name, body, _ in files}
    if [name for name, _, _ in files] != sorted(contents) or write_zip(files) != data:
        raise Wrong("zip", None)
    if not FIXED <= set(contents):
        raise Wrong("files", None)
    found = check_entries(contents[b"register.jsonl"], contents.get)
    if len(files) != len(FIXED) + found["bodies"]:
        raise Wrong("files", None)
    if any(zlib.crc32(body) != crc for _, body, crc in files):
        raise Wrong("checksum", None)
    return found


def check_folder(folder):
    def content(name):
        path = os.path.join(folder, *name.decode().split("/"))
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    register = content(b"register.jsonl")
    if register is None:
        raise Wrong("files", None)
    found = check_entries(register, content)
    bodies = os.path.join(folder, "bodies")
    names = os.listdir(bodies) if os.path.isdir(bodies) else []
    if sum(name.endswith(".json") for name in names) != found["bodies"]:
        raise Wrong("files", None)
    return found


def main(path):
    """Says in both languages what was found; the status to leave with."""
    try:
        found = check_folder(path) if os.path.isdir(path) else check_zip(open(path, "rb").read())
    except Wrong as wrong:
        reason, seq = wrong.args
        french, english = REASONS[reason]
        print("INSCRIPTION N°\u00a0%d FAUSSE" % seq if seq else "REGISTRE ABÎMÉ", french, sep="\u00a0: ")
        print("ENTRY NO. %d IS WRONG" % seq if seq else "DAMAGED REGISTER", english, sep=": ")
        return 1
    except OSError as error:
        print(error)
        return 1
    print("REGISTRE INTACT, inscriptions\u00a0: %(entries)d\nSOUND REGISTER, entries: %(entries)d" % found)
    for seq, by in found["withdrawn"]:
        print("Corps retiré\u00a0: n°\u00a0%d, %s. / Body withdrawn: no. %d, %s." % (
            seq, "le %s par l'inscription n°\u00a0%d" % by[::-1] if by else "aucune inscription ne dit pourquoi",
            seq, "%s by entry no. %d" % by[::-1] if by else "no entry says why"))
    print("Tête / Head\u00a0: n°\u00a0%d, %s" % (found["entries"], found["head"]))
    print("Compare ces huit mots avec ceux du papier. / Compare these eight words with paper.")
    print("    " + " ".join(found["words"]))
    return 0


WORDS = """
abaisser abandon abdiquer abeille abolir aborder aboutir aboyer abrasif abreuver abriter abroger abrupt absence absolu absurde abusif abyssal académie acajou acarien accabler accepter acclamer accolade accroche accuser acerbe achat acheter aciduler acier acompte acquérir acronyme acteur actif actuel adepte adéquat adhésif adjectif adjuger admettre admirer adopter adorer adoucir adresse adroit adulte adverbe aérer aéronef affaire affecter affiche affreux affubler agacer agencer agile agiter agrafer agréable agrume aider aiguille ailier aimable aisance ajouter ajuster alarmer alchimie alerte algèbre algue aliéner aliment
alléger alliage allouer allumer alourdir alpaga altesse alvéole amateur ambigu ambre aménager amertume amidon amiral amorcer amour amovible amphibie ampleur amusant analyse anaphore anarchie anatomie ancien anéantir angle angoisse anguleux animal annexer annonce annuel anodin anomalie anonyme anormal antenne antidote anxieux apaiser apéritif aplanir apologie appareil appeler apporter appuyer aquarium aqueduc arbitre arbuste ardeur ardoise argent arlequin armature armement armoire armure arpenter arracher arriver arroser arsenic artériel article aspect asphalte aspirer assaut asservir assiette associer assurer asticot astre astuce atelier
atome atrium atroce attaque attentif attirer attraper aubaine auberge audace audible augurer aurore automne autruche avaler avancer avarice avenir averse aveugle aviateur avide avion aviser avoine avouer avril axial axiome badge bafouer bagage baguette baignade balancer balcon baleine balisage bambin bancaire bandage banlieue bannière banquier barbier baril baron barque barrage bassin bastion bataille bateau batterie baudrier bavarder belette bélier belote bénéfice berceau berger berline bermuda besace besogne bétail beurre biberon bicycle bidule bijou bilan bilingue billard binaire biologie biopsie biotype
biscuit bison bistouri bitume bizarre blafard blague blanchir blessant blinder blond bloquer blouson bobard bobine boire boiser bolide bonbon bondir bonheur bonifier bonus bordure borne botte boucle boueux bougie boulon bouquin bourse boussole boutique boxeur branche brasier brave brebis brèche breuvage bricoler brigade brillant brioche brique brochure broder bronzer brousse broyeur brume brusque brutal bruyant buffle buisson bulletin bureau burin bustier butiner butoir buvable buvette cabanon cabine cachette cadeau cadre caféine caillou caisson calculer calepin calibre calmer calomnie calvaire camarade
caméra camion campagne canal caneton canon cantine canular capable caporal caprice capsule capter capuche carabine carbone caresser caribou carnage carotte carreau carton cascade casier casque cassure causer caution cavalier caverne caviar cédille ceinture céleste cellule cendrier censurer central cercle cérébral cerise cerner cerveau cesser chagrin chaise chaleur chambre chance chapitre charbon chasseur chaton chausson chavirer chemise chenille chéquier chercher cheval chien chiffre chignon chimère chiot chlorure chocolat choisir chose chouette chrome chute cigare cigogne cimenter cinéma cintrer circuler cirer cirque
citerne citoyen citron civil clairon clameur claquer classe clavier client cligner climat clivage cloche clonage cloporte cobalt cobra cocasse cocotier coder codifier coffre cogner cohésion coiffer coincer colère colibri colline colmater colonel combat comédie commande compact concert conduire confier congeler connoter consonne contact convexe copain copie corail corbeau cordage corniche corpus correct cortège cosmique costume coton coude coupure courage couteau couvrir coyote crabe crainte cravate crayon créature créditer crémeux creuser crevette cribler crier cristal critère croire croquer crotale crucial cruel
crypter cubique cueillir cuillère cuisine cuivre culminer cultiver cumuler cupide curatif curseur cyanure cycle cylindre cynique daigner damier danger danseur dauphin débattre débiter déborder débrider débutant décaler décembre déchirer décider déclarer décorer décrire décupler dédale déductif déesse défensif défiler défrayer dégager dégivrer déglutir dégrafer déjeuner délice déloger demander demeurer démolir dénicher dénouer dentelle dénuder départ dépenser déphaser déplacer déposer déranger dérober désastre descente désert désigner désobéir dessiner destrier détacher détester détourer détresse devancer devenir deviner devoir diable dialogue diamant dicter
différer digérer digital digne diluer dimanche diminuer dioxyde directif diriger discuter disposer dissiper distance divertir diviser docile docteur dogme doigt domaine domicile dompter donateur donjon donner dopamine dortoir dorure dosage doseur dossier dotation douanier double douceur douter doyen dragon draper dresser dribbler droiture duperie duplexe durable durcir dynastie éblouir écarter écharpe échelle éclairer éclipse éclore écluse école économie écorce écouter écraser écrémer écrivain écrou écume écureuil édifier éduquer effacer effectif effigie effort effrayer effusion égaliser égarer éjecter élaborer élargir électron
élégant éléphant élève éligible élitisme éloge élucider éluder emballer embellir embryon émeraude émission emmener émotion émouvoir empereur employer emporter emprise émulsion encadrer enchère enclave encoche endiguer endosser endroit enduire énergie enfance enfermer enfouir engager engin englober énigme enjamber enjeu enlever ennemi ennuyeux enrichir enrobage enseigne entasser entendre entier entourer entraver énumérer envahir enviable envoyer enzyme éolien épaissir épargne épatant épaule épicerie épidémie épier épilogue épine épisode épitaphe époque épreuve éprouver épuisant équerre équipe ériger érosion erreur éruption escalier espadon espèce
espiègle espoir esprit esquiver essayer essence essieu essorer estime estomac estrade étagère étaler étanche étatique éteindre étendoir éternel éthanol éthique ethnie étirer étoffer étoile étonnant étourdir étrange étroit étude euphorie évaluer évasion éventail évidence éviter évolutif évoquer exact exagérer exaucer exceller excitant exclusif excuse exécuter exemple exercer exhaler exhorter exigence exiler exister exotique expédier explorer exposer exprimer exquis extensif extraire exulter fable fabuleux facette facile facture faiblir falaise fameux famille farceur farfelu farine farouche fasciner fatal fatigue faucon fautif faveur
favori fébrile féconder fédérer félin femme fémur fendoir féodal fermer féroce ferveur festival feuille feutre février fiasco ficeler fictif fidèle figure filature filetage filière filleul filmer filou filtrer financer finir fiole firme fissure fixer flairer flamme flasque flatteur fléau flèche fleur flexion flocon flore fluctuer fluide fluvial folie fonderie fongible fontaine forcer forgeron formuler fortune fossile foudre fougère fouiller foulure fourmi fragile fraise franchir frapper frayeur frégate freiner frelon frémir frénésie frère friable friction frisson frivole froid fromage frontal frotter
fruit fugitif fuite fureur furieux furtif fusion futur gagner galaxie galerie gambader garantir gardien garnir garrigue gazelle gazon géant gélatine gélule gendarme général génie genou gentil géologie géomètre géranium germe gestuel geyser gibier gicler girafe givre glace glaive glisser globe gloire glorieux golfeur gomme gonfler gorge gorille goudron gouffre goulot goupille gourmand goutte graduel graffiti graine grand grappin gratuit gravir grenat griffure griller grimper grogner gronder grotte groupe gruger grutier gruyère guépard guerrier guide guimauve guitare gustatif gymnaste gyrostat habitude
hachoir halte hameau hangar hanneton haricot harmonie harpon hasard hélium hématome herbe hérisson hermine héron hésiter heureux hiberner hibou hilarant histoire hiver homard hommage homogène honneur honorer honteux horde horizon horloge hormone horrible houleux housse hublot huileux humain humble humide humour hurler hydromel hygiène hymne hypnose idylle ignorer iguane illicite illusion image imbiber imiter immense immobile immuable impact impérial implorer imposer imprimer imputer incarner incendie incident incliner incolore indexer indice inductif inédit ineptie inexact infini infliger informer infusion ingérer inhaler
inhiber injecter injure innocent inoculer inonder inscrire insecte insigne insolite inspirer instinct insulter intact intense intime intrigue intuitif inutile invasion inventer inviter invoquer ironique irradier irréel irriter isoler ivoire ivresse jaguar jaillir jambe janvier jardin jauger jaune javelot jetable jeton jeudi jeunesse joindre joncher jongler joueur jouissif journal jovial joyau joyeux jubiler jugement junior jupon juriste justice juteux juvénile kayak kimono kiosque label labial labourer lacérer lactose lagune laine laisser laitier lambeau lamelle lampe lanceur langage lanterne lapin largeur larme
laurier lavabo lavoir lecture légal léger légume lessive lettre levier lexique lézard liasse libérer libre licence licorne liège lièvre ligature ligoter ligue limer limite limonade limpide linéaire lingot lionceau liquide lisière lister lithium litige littoral livreur logique lointain loisir lombric loterie louer lourd loutre louve loyal lubie lucide lucratif lueur lugubre luisant lumière lunaire lundi luron lutter luxueux machine magasin magenta magique maigre maillon maintien mairie maison majorer malaxer maléfice malheur malice mallette mammouth mandater maniable manquant manteau manuel marathon
marbre marchand mardi maritime marqueur marron marteler mascotte massif matériel matière matraque maudire maussade mauve maximal méchant méconnu médaille médecin méditer méduse meilleur mélange mélodie membre mémoire menacer mener menhir mensonge mentor mercredi mérite merle messager mesure métal météore méthode métier meuble miauler microbe miette mignon migrer milieu million mimique mince minéral minimal minorer minute miracle miroiter missile mixte mobile moderne moelleux mondial moniteur monnaie monotone monstre montagne monument moqueur morceau morsure mortier moteur motif mouche moufle moulin mousson mouton
mouvant multiple munition muraille murène murmure muscle muséum musicien mutation muter mutuel myriade myrtille mystère mythique nageur nappe narquois narrer natation nation nature naufrage nautique navire nébuleux nectar néfaste négation négliger négocier neige nerveux nettoyer neurone neutron neveu niche nickel nitrate niveau noble nocif nocturne noirceur noisette nomade nombreux nommer normatif notable notifier notoire nourrir nouveau novateur novembre novice nuage nuancer nuire nuisible numéro nuptial nuque nutritif obéir objectif obliger obscur observer obstacle obtenir obturer occasion occuper océan octobre octroyer
octupler oculaire odeur odorant offenser officier offrir ogive oiseau oisillon olfactif olivier ombrage omettre onctueux onduler onéreux onirique opale opaque opérer opinion opportun opprimer opter optique orageux orange orbite ordonner oreille organe orgueil orifice ornement orque ortie osciller osmose ossature otarie ouragan ourson outil outrager ouvrage ovation oxyde oxygène ozone paisible palace palmarès palourde palper panache panda pangolin paniquer panneau panorama pantalon papaye papier papoter papyrus paradoxe parcelle paresse parfumer parler parole parrain parsemer partager parure parvenir passion pastèque paternel
patience patron pavillon pavoiser payer paysage peigne peintre pelage pélican pelle pelouse peluche pendule pénétrer pénible pensif pénurie pépite péplum perdrix perforer période permuter perplexe persil perte peser pétale petit pétrir peuple pharaon phobie phoque photon phrase physique piano pictural pièce pierre pieuvre pilote pinceau pipette piquer pirogue piscine piston pivoter pixel pizza placard plafond plaisir planer plaque plastron plateau pleurer plexus pliage plomb plonger pluie plumage pochette poésie poète pointe poirier poisson poivre polaire policier pollen polygone pommade pompier
ponctuel pondérer poney portique position posséder posture potager poteau potion pouce poulain poumon pourpre poussin pouvoir prairie pratique précieux prédire préfixe prélude prénom présence prétexte prévoir primitif prince prison priver problème procéder prodige profond progrès proie projeter prologue promener propre prospère protéger prouesse proverbe prudence pruneau psychose public puceron puiser pulpe pulsar punaise punitif pupitre purifier puzzle pyramide quasar querelle question quiétude quitter quotient racine raconter radieux ragondin raideur raisin ralentir rallonge ramasser rapide rasage ratisser ravager ravin rayonner réactif
réagir réaliser réanimer recevoir réciter réclamer récolter recruter reculer recycler rédiger redouter refaire réflexe réformer refrain refuge régalien région réglage régulier réitérer rejeter rejouer relatif relever relief remarque remède remise remonter remplir remuer renard renfort renifler renoncer rentrer renvoi replier reporter reprise reptile requin réserve résineux résoudre respect rester résultat rétablir retenir réticule retomber retracer réunion réussir revanche revivre révolte révulsif richesse rideau rieur rigide rigoler rincer riposter risible risque rituel rival rivière rocheux romance rompre ronce rondin roseau rosier
rotatif rotor rotule rouge rouille rouleau routine royaume ruban rubis ruche ruelle rugueux ruiner ruisseau ruser rustique rythme sabler saboter sabre sacoche safari sagesse saisir salade salive salon saluer samedi sanction sanglier sarcasme sardine saturer saugrenu saumon sauter sauvage savant savonner scalpel scandale scélérat scénario sceptre schéma science scinder score scrutin sculpter séance sécable sécher secouer sécréter sédatif séduire seigneur séjour sélectif semaine sembler semence séminal sénateur sensible sentence séparer séquence serein sergent sérieux serrure sérum service sésame sévir sevrage
sextuple sidéral siècle siéger siffler sigle signal silence silicium simple sincère sinistre siphon sirop sismique situer skier social socle sodium soigneux soldat soleil solitude soluble sombre sommeil somnoler sonde songeur sonnette sonore sorcier sortir sosie sottise soucieux soudure souffle soulever soupape source soutirer souvenir spacieux spatial spécial sphère spiral stable station sternum stimulus stipuler strict studieux stupeur styliste sublime substrat subtil subvenir succès sucre suffixe suggérer suiveur sulfate superbe supplier surface suricate surmener surprise sursaut survie suspect syllabe symbole symétrie
synapse syntaxe système tabac tablier tactile tailler talent talisman talonner tambour tamiser tangible tapis taquiner tarder tarif tartine tasse tatami tatouage taupe taureau taxer témoin temporel tenaille tendre teneur tenir tension terminer terne terrible tétine texte thème théorie thérapie thorax tibia tiède timide tirelire tiroir tissu titane titre tituber toboggan tolérant tomate tonique tonneau toponyme torche tordre tornade torpille torrent torse tortue totem toucher tournage tousser toxine traction trafic tragique trahir train trancher travail trèfle tremper trésor treuil triage tribunal
tricoter trilogie triomphe tripler triturer trivial trombone tronc tropical troupeau tuile tulipe tumulte tunnel turbine tuteur tutoyer tuyau tympan typhon typique tyran ubuesque ultime ultrason unanime unifier union unique unitaire univers uranium urbain urticant usage usine usuel usure utile utopie vacarme vaccin vagabond vague vaillant vaincre vaisseau valable valise vallon valve vampire vanille vapeur varier vaseux vassal vaste vecteur vedette végétal véhicule veinard véloce vendredi vénérer venger venimeux ventouse verdure vérin vernir verrou verser vertu veston vétéran vétuste vexant vexer
viaduc viande victoire vidange vidéo vignette vigueur vilain village vinaigre violon vipère virement virtuose virus visage viseur vision visqueux visuel vital vitesse viticole vitrine vivace vivipare vocation voguer voile voisin voiture volaille volcan voltiger volume vorace vortex voter vouloir voyage voyelle wagon xénon yacht zèbre zénith zeste zoologie
""".split()

if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else __doc__)
