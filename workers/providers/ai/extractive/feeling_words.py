"""Words that carry feeling, in their common forms. Short lists of plain words: what they find is there.

Words that mostly mean something else are left out: kind, alleen, stuk, arm, houden.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Final = {
    "en": _words("not no never without hardly isn't aren't wasn't weren't don't doesn't didn't can't won't cannot"),
    "nl": _words("niet geen nooit zonder nauwelijks amper"),
}

POSITIVE: Final = {
    "en": _words(
        "good great best better love loved loves loving excellent amazing awesome beautiful wonderful happy joy glad "
        "delight delighted fantastic brilliant perfect success successful win wins won winning easy easier enjoy "
        "enjoyed enjoying fun helpful useful healthy improve improved improves strong stronger safe calm proud hope "
        "hopeful thanks thankful grateful recommend favorite favourite reliable honest smart clever valuable "
        "free fresh clean bright smooth rewarding impressive benefit benefits succeed thrive thrives thriving"
    ),
    "nl": _words(
        "goed goede beter betere beste geweldig geweldige prachtig prachtige mooi mooie mooier fijn fijne heerlijk "
        "heerlijke blij blije geluk gelukkig gelukkige liefde fantastisch fantastische uitstekend uitstekende "
        "perfect perfecte succes succesvol succesvolle winnen wint gewonnen makkelijk makkelijke makkelijker plezier "
        "genieten geniet leuk leuke handig handige nuttig nuttige gezond gezonde sterk sterke sterker veilig veilige "
        "rustig trots hoop hoopvol dank dankbaar favoriet betrouwbaar eerlijk eerlijke aardig slim slimme waardevol "
        "waardevolle gratis fris frisse schoon schone voordeel voordelen slagen bloeit groeit"
    ),
}

NEGATIVE: Final = {
    "en": _words(
        "bad worse worst hate hated hates terrible awful horrible ugly sad angry fear afraid scared worried worry "
        "worries fail fails failed failing failure problem problems wrong mistake mistakes error errors difficult "
        "hard harder pain painful hurt hurts sick ill weak dangerous danger risk risky loss losses lose loses lost "
        "broken break breaks dead die dies died dying kill kills killed waste wasted useless boring expensive "
        "annoying frustrating frustrated disappointing disappointed stress stressful poor dirty rotten rot slow "
        "struggle struggles suffer suffers damage damaged damages complain complaint crisis disaster"
    ),
    "nl": _words(
        "slecht slechte slechter slechtst haat haten verschrikkelijk verschrikkelijke vreselijk vreselijke lelijk "
        "lelijke verdrietig boos boze bang angst zorgen bezorgd falen faalt gefaald mislukt mislukken mislukking "
        "probleem problemen fout fouten verkeerd verkeerde moeilijk moeilijke moeilijker pijn pijnlijk ziek zieke "
        "zwak zwakke gevaar gevaarlijk gevaarlijke risico verlies verliezen verliest verloren kapot dood sterven "
        "sterft gestorven verspild verspilling nutteloos saai saaie duur dure vervelend vervelende frustrerend "
        "teleurstellend teleurgesteld stress vies vieze rot traag langzaam worstelen lijden schade klacht crisis"
    ),
}

EMOTIONS: Final = {
    "en": {
        "joy": _words(
            "happy joy joyful delight delighted love loved enjoy enjoyed fun laugh smile celebrate glad wonderful"
        ),
        "trust": _words("trust trusted reliable honest safe proven friend friends support together promise loyal sure"),
        "anticipation": _words(
            "hope hopeful soon plan plans expect expected future ready wait excited waiting tomorrow"
        ),
        "surprise": _words("surprise surprised surprising suddenly unexpected wow astonishing incredible unbelievable"),
        "sadness": _words("sad sadness cry cried tears lonely alone grief regret sorry lost miss missed disappointed"),
        "fear": _words("fear afraid scared terrified worry worried panic danger dangerous risk threat nervous anxious"),
        "anger": _words(
            "angry anger furious rage hate hated annoyed annoying frustrated frustrating outrage mad unfair"
        ),
        "disgust": _words("disgusting disgust gross dirty rotten rot ugly awful filthy nasty stink stinks sick"),
    },
    "nl": {
        "joy": _words(
            "blij geluk gelukkig heerlijk genieten geniet lachen lach plezier leuk vieren feest prachtig vrolijk"
        ),
        "trust": _words(
            "vertrouwen betrouwbaar eerlijk veilig bewezen vriend vrienden steun samen belofte trouw zeker"
        ),
        "anticipation": _words(
            "hoop hopen hoopvol binnenkort plan plannen verwacht verwachten toekomst klaar wachten morgen"
        ),
        "surprise": _words(
            "verrassing verrast verrassend plotseling opeens onverwacht wauw ongelooflijk verbazingwekkend"
        ),
        "sadness": _words("verdrietig verdriet huilen tranen eenzaam rouw spijt sorry verloren gemist teleurgesteld"),
        "fear": _words("bang angst paniek zorgen bezorgd gevaar gevaarlijk risico dreiging nerveus onzeker vrees"),
        "anger": _words(
            "boos woede woedend haat geërgerd ergernis gefrustreerd frustrerend verontwaardigd kwaad oneerlijk"
        ),
        "disgust": _words("walgelijk walging vies rot rotte lelijk smerig stinkt stank ziek goor"),
    },
}
