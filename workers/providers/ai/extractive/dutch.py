"""Dutch word lists and wording."""

import regex

from workers.providers.ai.extractive.lexicon import Lexicon, ToneWording


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PEOPLE = (
    "beginners starters nieuwkomers freelancers zzp'ers oprichters eigenaren ondernemers makers creators "
    "podcasters streamers youtubers bloggers vloggers schrijvers auteurs redacteuren journalisten fotografen "
    "filmmakers muzikanten zangers kunstenaars ontwerpers illustratoren ontwikkelaars programmeurs testers "
    "analisten onderzoekers wetenschappers studenten leerlingen scholieren docenten leraren trainers coaches "
    "ouders moeders vaders kinderen pubers jongeren ouderen senioren mensen lezers kijkers luisteraars gebruikers "
    "klanten consumenten kopers verkopers beleggers marketeers managers leidinggevenden directeuren teams "
    "medewerkers werknemers werkgevers recruiters kandidaten adviseurs advocaten boekhouders artsen "
    "verpleegkundigen patiënten therapeuten hardlopers fietsers zwemmers sporters wandelaars tuiniers "
    "balkontuiniers moestuiniers kwekers boeren bakkers thuisbakkers koks huiseigenaren verhuurders huurders "
    "reizigers automobilisten forenzen vrijwilligers burgers bewoners bedrijven bureaus winkels winkeliers "
    "stichtingen verenigingen gemeenschappen gezinnen stellen vrouwen mannen volwassenen professionals amateurs "
    "hobbyisten liefhebbers iedereen stadsbewoners thuiswerkers monteurs elektriciens timmerlieden bouwers "
    "horecaondernemers"
)

LEXICON = Lexicon(
    code="nl",
    function_words=_words(
        "de het een en of maar als van te in op aan bij voor met uit om is zijn was waren ben bent wordt worden "
        "werd geworden dit dat deze die ik jij je u hij zij ze wij we jullie mij me hem haar ons hen hun mijn jouw "
        "uw onze niet geen wel doe doet deed doen heb hebt heeft hebben had hadden zal zullen zou zouden kan "
        "kunnen kon konden moet moeten mag mogen dan toen zo zulke te zeer erg over door na voordat nadat tussen "
        "tijdens zonder binnen omdat doordat terwijl wanneer waar welke wie wiens wat waarom hoe er daar hier ook "
        "alleen zelfs meer meest ander andere sommige elk elke iedere beide enkele veel weinig eigen zelf op neer "
        "af weer eens al nog toch dus want naar tot toe hoeft 't 'n per via sinds ten ter"
    ),
    dangling_starts=_words(
        "dit dat deze die hij zij ze hem haar hen hun zulke toen dan daar daarom daardoor daarna daarbij daarmee "
        "daarvoor daarnaast daarentegen daarop daaruit daarin daarvan daaraan hierdoor hierbij hiermee hiervoor "
        "hierna hierop hieruit hierin hiervan dus echter bovendien ook toch zo waarbij waardoor waarmee waarna "
        "waarop anders namelijk immers vervolgens eveneens evenmin desondanks niettemin desalniettemin integendeel "
        "ondertussen intussen tegelijk tevens er hier want beide geen eenmaal zelfs ja nee dezelfde hetzelfde"
    )
    | {
        "niet omdat",
        "niet dat",
        "het is",
        "het was",
        "het werkt",
        "het kan",
        "het moet",
        "het gaat",
        "het wordt",
        "het heeft",
        "het gevolg",
        "het resultaat",
        "de eerste",
        "de tweede",
        "de laatste",
        "de rest",
        "de ander",
        "de andere",
        "de reden",
        "om die",
        "om deze",
        "in dat",
        "in die",
        "in dit",
        "met die",
        "met dat",
        "na die",
        "van die",
        "voor die",
        "op die",
        "op deze",
        "bij die",
        "al die",
        "al deze",
        "een daarvan",
        "doe dat",
        "doe dit",
        "wie dat",
        "wie dit",
        "als dat",
        "als dit",
        "het helpt",
        "het lijkt",
        "het scheelt",
        "het komt",
        "het zijn",
        "het blijft",
        "het ligt",
        "een andere",
        "een ander",
    },
    points_back=regex.compile(
        r"\ber\b.*\b(?:naar|voor|op|aan|mee|van|over|tegen|in|uit|bij)[.!?]$|"
        r"\b(?:dit|daarvan|daarmee|daardoor|daarvoor|daarbij|hiervan|hiermee|hierdoor|hierbij|diegene)[.,;!?]|"
        r"\b(?:maakt|is|wordt|kan|scheelt|levert|geeft|helpt|komt|doet|heeft|gaat|zorgt|lukt|klopt|werkt) (?:dat|"
        r"dit|daar|die)\b"
        r"(?! (?:je|jij|ik|we|wij|ze|zij|hij|het|de|een|er)\b)|\bde (?:twee|ander|eerste|laatste)[.,;!?]",
        regex.IGNORECASE,
    ),
    connectives=regex.compile(
        r"^(?:(?:hoi|hallo|hey|dag)(?: allemaal| iedereen| mensen| lieve mensen)\b[,!.]?\s+"
        r"|(?:kortom|trouwens|overigens|natuurlijk|eerlijk gezegd|met andere woorden|oftewel|nou|tja|goed|"
        r"ja)\s*,\s+"
        r"|(?:en|maar|want|of)\s+(?!wel\b|niet\b|toch\b|ook\b|dan\b|dat\b)(?=[\p{L}]))",
        regex.IGNORECASE,
    ),
    subordinators=_words(
        "als wanneer terwijl omdat doordat hoewel ofschoon sinds tenzij totdat zodra indien nadat voordat zolang"
    ),
    boilerplate=regex.compile(
        r"(?:\bcookies?\b.{0,60}\b(?:accepte|gebruik|toestemming|beleid|voorkeur|instelling)|privacy(?:beleid|"
        r"verklaring)|"
        r"algemene voorwaarden|alle rechten voorbehouden|copyright|©|abonneer (?:je|u)|schrijf (?:je|u) (?:nu |"
        r"hier )?in|"
        r"nieuwsbrief|klik hier|lees (?:ook|meer|verder)|deel (?:dit|deze)|volg (?:ons|mij|me) op|"
        r"gerelateerde (?:artikelen|berichten)|"
        r"laat een (?:reactie|bericht) achter|plaats een reactie|advertentie|gesponsord|ga naar (?:de )?inhoud|"
        r"\binloggen\b|"
        r"in winkelwagen|inhoudsopgave|\bfoto:|\bbeeld:|mogelijk gemaakt door|leestijd|laatst bijgewerkt|"
        r"geplaatst (?:op|door)|"
        r"geschreven door|javascript inschakelen|je browser|ondertiteling:|ondertiteld door|"
        r"tot de volgende (?:video|keer)|"
        r"welkom (?:terug )?(?:op|bij) (?:mijn|dit|ons) kanaal|vergeet niet te (?:liken|abonneren))",
        regex.IGNORECASE,
    ),
    small_talk=regex.compile(
        r"^(?:(?:hoi|hallo|hey|hai|dag|goede(?:morgen|middag|navond))\b[^.!?]{0,40})?\bwelkom(?: terug)?\b"
        r"(?: allemaal| iedereen| lieve (?:mensen|luisteraars|kijkers))?,? (?:bij|op|in|terug)\b"
        r"|^(?:hoi|hallo|hey|hai|dag)(?: allemaal| iedereen| mensen)*[,.!]?$"
        r"|^(?:(?:en|dus|nou|oké),? )*(?:ik zie je |we zien elkaar |we spreken elkaar )?tot "
        r"(?:(?:de )?volgende (?:week|keer|maand|video|aflevering)|snel|gauw|morgen|dan|ziens|horens)\b"
        r"|^(?:(?:heel erg |hartelijk |super)?bedankt|dank je(?: wel)?|dankjewel|dank jullie(?: wel)?) "
        r"(?:allemaal )?voor (?:het |jullie )?(?:kijken|luisteren|lezen|meekijken|meeluisteren|aandacht)\b",
        regex.IGNORECASE,
    ),
    abbreviations=_words(
        "dhr. mw. mevr. bijv. bv. o.a. d.w.z. ca. nr. p.st. resp. incl. excl. max. min. m.b.t. i.v.m. jl. drs. ir. "
        "mr. prof. dr. ing. i.p.v. t.o.v. n.a.v. m.u.v. t/m. blz. art. afb. tel. vgl. zgn. z.s.m. o.m. t.a.v. st. "
        "p.p. a.u.b. e.d."
    ),
    noun_markers=_words(
        "de het een je jouw mijn onze ons uw hun zijn haar van voor over met zonder elke elk iedere dit dat deze "
        "die geen op in uit tussen tegen per meer meeste goede beste betere nieuwe oude eerste tweede andere"
    ),
    articles=_words("de het"),
    indefinite=_words("een"),
    verb_markers=_words("te ik jij je we wij zij ze die wie hij het zal zou kan kun moet mag gaan niet om"),
    after_verbs=_words(
        "de het een je jouw jullie mijn onze dit dat deze die nooit altijd liever niet eerst ook eens vooral"
    ),
    after_any_verb=_words("je jij jullie ik we wij ze zij hij"),
    weak_words=_words(
        "ding dingen manier manieren beetje soort soorten mensen mens keer keren dag dagen week weken maand "
        "maanden jaar jaren uur uren minuut minuten seconde seconden deel delen punt punten einde begin kant plek "
        "plaats plekken voorbeeld aantal geval feit reden redenen resultaat probleem problemen vraag vragen "
        "antwoord woord woorden idee maken maakt gemaakt krijgen krijgt nemen neemt gebruik gebruiken gebruikt "
        "nodig willen wil wilt weten weet denken denkt zien ziet zeggen zegt gaan gaat komen komt geven geeft "
        "houden houdt laten laat zetten zet proberen probeert werkt werken kijken kijkt voelen voelt vinden vindt "
        "goed beter best slecht slechter groot kleine klein grote lang kort hoog laag juist fout makkelijk "
        "moeilijk simpel echt hele half vol eerste laatste volgende twee drie vier vijf zes zeven acht negen tien "
        "honderd duizend procent genoeg bijna nooit altijd vaak meestal soms eigenlijk best vrij vandaag morgen "
        "gisteren iets niets alles iedereen iemand liter meter centimeter gram kilo euro graden kilometer staan "
        "staat ligt liggen zit zitten blijft blijven wordt beste "
        "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag "
        "woensdag donderdag vrijdag zaterdag zondag terug samen later eerder elf twaalf dertien veertien vijftien "
        "zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig helft "
        "hetzelfde dezelfde evenveel zoveel vaakst warmer kouder koud koude warm warme"
    ),
    people=_words(_PEOPLE),
    audience_patterns=tuple(
        regex.compile(
            opening + r"\s+voor\s+(?P<audience>(?:[\p{L}'’-]+\s+){0,4}?(?P<head>[\p{L}'’-]+)"
            r"(?:\s+(?:die|met|in|op|zonder)\s+[\p{L}'’-]+(?:\s+[\p{L}'’-]+){0,5})?)(?=[.,;:!?)\n]|$)",
            regex.IGNORECASE,
        )
        # whom a text speaks of is not yet whom it is for
        for opening in (
            r"\b(?:gids|advies|tips|cursus|boek|artikel|stuk|video|aflevering|nieuwsbrief)(?:\s+[\p{L}'’-]+){0,3}?",
            r"\b(?:geschreven|gemaakt|bedoeld|hulp|handig|geschikt|dit is)",
        )
    ),
    subjects=_words("ik jij je we wij zij ze hij het er de mijn jouw wat wie als dan nu toen dus mensen"),
    splitters=_words("en maar dus want omdat toen als terwijl of dan"),
    tone_signals={
        "educational": regex.compile(
            r"\b(?:hoe|want|omdat|betekent|werkt|stap|stappen|probeer|gebruik|controleer|leer|voorbeeld|meet|"
            r"regel|verschil|begin|zet)\b",
            regex.I,
        ),
        "conversational": regex.compile(r"\b(?:je|jij|jouw|we|wij|ons|ik|mij|me|mijn|eerlijk|voel|stel)\b|\?", regex.I),
        "opinionated": regex.compile(
            r"\b(?:moet|moeten|nooit|altijd|fout|fouten|juist|beter|slechter|best|beste|mythe|stop|alleen|niemand|"
            r"te|zonde|overschat|"
            r"liever|niet|geen)\b",
            regex.I,
        ),
        "authority": regex.compile(
            r"\d|\b(?:is|zijn|betekent|vraagt|vereist|bepaalt|veroorzaakt|procent|onderzoek|bewijs|norm|hangt af)\b",
            regex.I,
        ),
    },
    wording={
        "educational": ToneWording(
            topic_hooks=("Hoeveel weet jij over {topic}?", "{Topic}, stap voor stap uitgelegd."),
            plain_hooks=("Hoeveel hiervan wist jij al?", "De korte les, stap voor stap."),
            lead="De kernpunten:",
            question="Met welk punt ga jij als eerste aan de slag?",
            video_cta="Bewaar deze video en laat weten welk punt jij als eerste probeert.",
            subject="Een korte les over {topic}",
            plain_subject="Een korte les voor vandaag",
            email_opening="Een korte les, punt voor punt.",
        ),
        "conversational": ToneWording(
            topic_hooks=("Zullen we het eens hebben over {topic}?", "Even over {topic}."),
            plain_hooks=("Zullen we het hier eens over hebben?", "Heb je even?"),
            lead="Waar het op neerkomt:",
            question="Wat is jouw ervaring hiermee?",
            video_cta="Vertel het in de reacties: hoe zie jij dit?",
            subject="Even over {topic}",
            plain_subject="Heb je even?",
            email_opening="Heb je even? Dit is waar het op neerkomt.",
        ),
        "opinionated": ToneWording(
            topic_hooks=("Laten we eerlijk zijn over {topic}.", "{Topic}: aan welke kant sta jij?"),
            plain_hooks=("Laten we hier eerlijk over zijn.", "Aan welke kant sta jij?"),
            lead="Het betoog, zonder omwegen:",
            question="Eens of oneens? Vertel waarom.",
            video_cta="Eens of oneens? Vertel in de reacties waarom.",
            subject="{Topic}: eens of oneens?",
            plain_subject="Eens of oneens?",
            email_opening="Geen omwegen vandaag: dit is het betoog.",
        ),
        "authority": ToneWording(
            topic_hooks=("{Topic}: dit moet je weten.", "{Topic} in hoofdlijnen."),
            plain_hooks=("Dit moet je weten.", "De hoofdlijnen, in het kort."),
            lead="De hoofdlijnen:",
            question="Wat zou jij toevoegen?",
            video_cta="Volg voor meer, en laat weten wat jij zou toevoegen.",
            subject="{Topic} in hoofdlijnen",
            plain_subject="De hoofdlijnen, in het kort",
            email_opening="De hoofdlijnen, in het kort.",
        ),
    },
    greeting="Hallo,",
    audience_line="Voor {audience}.",
    email_question="Beantwoord deze mail: wat zou jij toevoegen?",
)
