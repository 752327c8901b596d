"""English word lists and wording."""

import regex

from workers.providers.ai.extractive.lexicon import Lexicon, ToneWording


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PEOPLE = (
    "beginners starters newcomers freelancers founders owners entrepreneurs creators makers podcasters streamers "
    "youtubers bloggers writers authors editors journalists photographers filmmakers musicians singers artists "
    "designers illustrators developers engineers programmers testers analysts researchers scientists students "
    "pupils teachers trainers coaches parents mothers fathers kids children teenagers seniors retirees people "
    "readers viewers listeners users customers clients consumers buyers sellers traders investors marketers "
    "managers leaders executives directors teams employees employers recruiters candidates consultants lawyers "
    "accountants doctors nurses patients therapists runners cyclists swimmers athletes climbers hikers gardeners "
    "growers farmers bakers cooks chefs homeowners landlords renters tenants travellers travelers drivers "
    "commuters volunteers citizens residents businesses companies startups agencies shops nonprofits charities "
    "communities families couples women men adults workers professionals amateurs hobbyists enthusiasts everyone "
    "anyone newbies mechanics electricians carpenters builders restaurateurs"
)

LEXICON = Lexicon(
    code="en",
    function_words=_words(
        "the a an and or but if of to in on at by for with from as is are was were be been being am it its this "
        "that these those i you he she we they me him her us them my your his our their not no do does did done "
        "have has had having will would can could should may might must shall than then so such too very just "
        "about into over after before between through during without within because while when where which who "
        "whom whose what why how there here also only even more most other some any each every both few many much "
        "own same up down out off again once don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't "
        "wouldn't it's that's you're i'm we're"
    ),
    dangling_starts=_words(
        "this that these those it its they them their he she him his her hers such then there thus hence therefore "
        "so also too instead likewise similarly meanwhile moreover furthermore besides otherwise nor which whose "
        "neither either another others afterwards consequently accordingly nevertheless nonetheless regardless "
        "conversely indeed again it's that's they're he's she's here both one ones same yes no even"
    )
    | {
        "the former",
        "the latter",
        "the same",
        "as a",
        "for this",
        "for that",
        "because of",
        "not because",
        "not that",
        "of these",
        "of those",
        "in this",
        "in that",
        "at that",
        "after that",
        "from there",
        "with that",
        "with this",
        "the other",
        "the first",
        "the second",
        "the third",
        "the rest",
        "the result",
        "the reason",
        "none of",
        "all of",
        "each of",
        "some of",
        "most of",
        "do that",
        "do this",
        "doing so",
        "like that",
        "like this",
        "to that",
        "what follows",
        "by then",
        "until then",
        "since then",
    },
    points_back=regex.compile(
        r"\b(?:of|with|without|for|about|from|between|like) them\b|"
        r"\b(?:this|these|those)[.,;!?]|\b(?:does|do|did|is|of|than|for|with|from|like|after|before|about|"
        r"by) that[.,;!?]|"
        r"\b(?:the (?:two|former|latter|other one)|as well as that)\b(?=[ ]are|[ ]is|[.,;!?])|\b(?:by|until|"
        r"since) then\b",
        regex.IGNORECASE,
    ),
    connectives=regex.compile(
        r"^(?:(?:hey|hi|hello)(?: there)?(?: everyone| everybody| guys| folks| all| friends)\b[,!.]?\s+(?:so\s+)?"
        r"|(?:however|moreover|furthermore|in fact|of course|after all|in addition|still|yet|finally|also|"
        r"therefore|"
        r"as a result|consequently|for example|for instance|in other words|that said|on top of that|in short|"
        r"to be clear|in practice|meanwhile|besides|first|second|third|next|lastly|similarly|likewise|now|well|"
        r"sure|actually|basically|honestly|instead|and yet|but then|and so|ultimately)\s*,\s+"
        r"|(?:and|but|so|yet|or)\s+(?!forth\b|on\b|far\b|much\b|many\b|long\b|what\b|that\b)(?=[\p{L}]))",
        regex.IGNORECASE,
    ),
    subordinators=_words(
        "if when while because although though since unless until once whenever wherever whereas whether as"
    ),
    boilerplate=regex.compile(
        r"\b(?:cookies?\b.{0,60}\b(?:accept|use|consent|polic|preferences|settings)|accept (?:all )?cookies|"
        r"privacy policy|"
        r"terms (?:of (?:service|use)|and conditions)|all rights reserved|copyright|©|subscribe (?:to|now|today)|"
        r"sign up "
        r"(?:for|to|now)|newsletter|click here|read more|share (?:this|on)|follow (?:us|me) on|related (?:posts|"
        r"articles)|"
        r"leave a (?:comment|reply)|advertisement|sponsored|skip to (?:main )?content|log ?in|add to cart|"
        r"table of contents|"
        r"photo(?:graph)? by|image (?:credit|source)|powered by|min(?:ute)?s? read|last updated|posted (?:on|by)|"
        r"written by|"
        r"enable javascript|your browser|subtitles by|transcribed by|affiliate links?|"
        r"see you in the next (?:video|one)|"
        r"like and subscribe|smash (?:that|the)|don't forget to (?:like|subscribe)|welcome back to (?:my|the|"
        r"our) channel)\b",
        regex.IGNORECASE,
    ),
    small_talk=regex.compile(
        r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,40})?\bwelcome(?: back)?\b"
        r"(?: everyone| everybody| all| friends)?,? (?:to|in)\b"
        r"|^(?:hi|hello|hey)(?: there| everyone| everybody| all| guys| friends| folks)*[,.!]?$"
        r"|^(?:(?:so|and|well|ok(?:ay)?),? )*(?:i'll |we'll )?(?:see|talk to|catch|meet) you (?:all |again |guys )*"
        r"(?:next|soon|later|then|in (?:the )?(?:next|another)|tomorrow)\b"
        r"|^until next (?:time|week|month)\b"
        r"|^(?:and )?(?:thanks|thank you)(?: (?:all|everyone|so much|very much|again))* for "
        r"(?:watching|listening|reading|tuning in|joining|being here|having me|coming)\b",
        regex.IGNORECASE,
    ),
    abbreviations=_words(
        "e.g. i.e. etc. vs. approx. dept. est. fig. no. vol. inc. ltd. co. mr. mrs. ms. dr. prof. st. jr. sr."
    ),
    noun_markers=_words(
        "the a an your my our their his her its of for about with without every each any this that these those no "
        "some on in from into between against per more most good better best new old first second another"
    ),
    articles=_words("the"),
    indefinite=_words("a an"),
    verb_markers=_words(
        "to i you we they who he she it will would can could should may might must don't doesn't didn't not"
        " and let's please"
    ),
    after_verbs=_words("the a an your my our it them this that these those me us never always up out"),
    after_any_verb=_words("it them me us"),
    weak_words=_words(
        "thing things way ways lot lots bit kind sort people person one ones time times day days week weeks month "
        "months year years hour hours minute minutes second seconds part parts point points end start side place "
        "example number amount case fact reason reasons result results problem problems question questions answer "
        "answers word words idea make makes made making get gets got getting take takes took taking use uses used "
        "using need needs needed want wants wanted know knows known think thinks see sees seen say says said tell "
        "tells told go goes going went come comes came give gives given gave keep keeps kept let lets put puts try "
        "tries tried turn turns work works look looks feel feels find finds found good better best bad worse worst "
        "big small large little great new old long short high low right wrong easy hard simple real whole half "
        "full first last next two three four five six seven eight nine ten hundred thousand percent enough almost "
        "never always often usually sometimes really actually quite rather today tomorrow yesterday anything "
        "something nothing everything everyone someone metres meters centimetres grams kilograms litres euros "
        "dollars pounds degrees inches feet miles kilometres january february march april may june july august "
        "september october november december monday tuesday wednesday thursday friday saturday sunday back away "
        "together later earlier eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
        "thirty forty fifty sixty seventy eighty ninety dozen single crazy bored favourite favorite begin begins "
        "add adds added trust"
    ),
    people=_words(_PEOPLE),
    audience_patterns=tuple(
        regex.compile(
            opening + r"\s+(?:for|at)\s+(?P<audience>(?:[\p{L}'’-]+\s+){0,4}?(?P<head>[\p{L}-]+)"
            r"(?:\s+(?:who|with|in|on|without)\s+[\p{L}'’-]+(?:\s+[\p{L}'’-]+){0,5})?)(?=[.,;:!?)\n]|$)",
            regex.IGNORECASE,
        )
        # whom a text speaks of is not yet whom it is for
        for opening in (
            r"\b(?:guide|advice|tips|course|book|article|post|piece|video|episode|newsletter)(?:\s+[\p{L}'’-]+){0,3}?",
            r"\b(?:written|made|meant|intended|help|useful|built|designed|aimed|this is)",
        )
    ),
    subjects=_words("i you we they he she it there the my your our what who if when most people now then let's"),
    splitters=_words("and but so because then when if which or while"),
    tone_signals={
        "educational": regex.compile(
            r"\b(?:how|because|means|works?|step|steps|try|use|check|learn|example|measure|rule|difference|start|"
            r"keep)\b",
            regex.I,
        ),
        "conversational": regex.compile(
            r"\b(?:you|your|you're|we|our|i|me|my|let's|feel|honestly|imagine)\b|\?", regex.I
        ),
        "opinionated": regex.compile(
            r"\b(?:should|must|never|always|wrong|right|better|worse|worst|best|myth|mistakes?|stop|only|nobody|"
            r"no one|too|waste|"
            r"overrated|instead|don't|not)\b",
            regex.I,
        ),
        "authority": regex.compile(
            r"\d|\b(?:is|are|means|requires?|depends|determines?|causes?|percent|research|study|evidence|standard)\b",
            regex.I,
        ),
    },
    wording={
        "educational": ToneWording(
            topic_hooks=("How much do you know about {topic}?", "{Topic}, explained step by step."),
            plain_hooks=("How much of this did you know?", "The short lesson, step by step."),
            lead="The key points:",
            question="Which of these points will you use first?",
            video_cta="Save this and tell me which point you will try first.",
            subject="A short lesson on {topic}",
            plain_subject="A short lesson for today",
            email_opening="A short lesson, point by point.",
        ),
        "conversational": ToneWording(
            topic_hooks=("Can we talk about {topic} for a minute?", "Let's talk about {topic}."),
            plain_hooks=("Can we talk about this for a minute?", "Got a minute for this?"),
            lead="Here's the gist:",
            question="What's your experience with this?",
            video_cta="Tell me in the comments: how do you see it?",
            subject="Let's talk about {topic}",
            plain_subject="Got a minute?",
            email_opening="Got a minute? Here's the gist.",
        ),
        "opinionated": ToneWording(
            topic_hooks=("Let's be honest about {topic}.", "{Topic}: which side are you on?"),
            plain_hooks=("Let's be honest about this.", "Which side are you on?"),
            lead="The argument, without detours:",
            question="Agree or disagree? Make your case.",
            video_cta="Agree or disagree? Make your case in the comments.",
            subject="{Topic}: agree or disagree?",
            plain_subject="Agree or disagree?",
            email_opening="No detours today: here is the argument.",
        ),
        "authority": ToneWording(
            topic_hooks=("{Topic}: what you need to know.", "The essentials of {topic}."),
            plain_hooks=("What you need to know.", "The essentials, in brief."),
            lead="The essentials:",
            question="What would you add?",
            video_cta="Follow for more, and tell me what you would add.",
            subject="{Topic}: the essentials",
            plain_subject="The essentials, in brief",
            email_opening="The essentials, in brief.",
        ),
    },
    greeting="Hi,",
    audience_line="For {audience}.",
    email_question="Reply to this e-mail: what would you add?",
)
