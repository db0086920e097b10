//! What the keys of JSON Resume are called elsewhere.

/// A section of a résumé.
pub struct Section {
    /// Its key in JSON Resume.
    pub key: &'static str,
    /// What others call it.
    pub others: &'static [&'static str],
    /// What its keys are called elsewhere; the likeliest first.
    pub names: &'static [(&'static str, &'static [&'static str])],
    /// The key for an item that is a text; empty where there is none.
    pub of_text: &'static str,
    /// Whether a text in its place is a list with commas.
    pub splits: bool,
    /// Whether a map in its place has an item for each key.
    pub is_grouped: bool,
    /// Its keys that hold a date.
    pub dates: &'static [&'static str],
    /// Its keys that hold a list of texts.
    pub lists: &'static [&'static str],
}

impl Section {
    /// Whether a key means this section.
    pub fn is_called(&self, key: &str) -> bool {
        key == self.key || self.others.iter().any(|other| key.eq_ignore_ascii_case(other))
    }
}

/// The parts of a text with commas, semicolons or bars between them; those within brackets don't count.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    text.split(move |c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';' | '|' | '•' | '\n')
    })
    .map(str::trim)
    .filter(|word| !word.is_empty())
}

/// Keys beside `basics` that belong below it.
pub const TOP_OF_BASICS: &[&str] = &[
    "name",
    "full_name",
    "fullName",
    "label",
    "title",
    "headline",
    "email",
    "phone",
    "url",
    "website",
    "summary",
    "about",
    "location",
    "profiles",
    "links",
    "socials",
    "image",
    "picture",
    "profile",
];

/// The keys of `basics`.
pub const BASICS: &[(&str, &[&str])] = &[
    ("name", &["full_name", "fullName"]),
    ("label", &["title", "headline", "position"]),
    ("image", &["picture", "photo"]),
    ("email", &["mail", "e-mail"]),
    ("phone", &["mobile", "telephone", "tel"]),
    ("url", &["website", "homepage"]),
    ("summary", &["about", "profile", "bio", "objective"]),
    ("profiles", &["socials", "links", "social"]),
];

const FROM: (&str, &[&str]) =
    ("startDate", &["start_date", "start", "from", "started", "startedOn", "started_on"]);
const UNTIL: (&str, &[&str]) = ("endDate", &["end_date", "end", "to", "until", "finishedOn", "finished_on"]);
const URL: (&str, &[&str]) = ("url", &["website", "link", "href"]);
const POINTS: (&str, &[&str]) =
    ("highlights", &["bullets", "achievements", "accomplishments", "responsibilities", "points", "tasks"]);

const NONE: Section = Section {
    key: "",
    others: &[],
    names: &[],
    of_text: "",
    splits: false,
    is_grouped: false,
    dates: &[],
    lists: &[],
};

/// The sections, in the order of JSON Resume.
pub const SECTIONS: &[Section] = &[
    Section {
        key: "work",
        others: &[
            "experience",
            "workExperience",
            "work_experience",
            "experiences",
            "employment",
            "jobs",
            "positions",
            "professionalExperience",
            "professional_experience",
        ],
        names: &[
            ("name", &["company", "employer", "organization", "organisation"]),
            ("position", &["title", "role", "jobTitle", "job_title"]),
            URL,
            FROM,
            UNTIL,
            POINTS,
        ],
        dates: &["startDate", "endDate"],
        lists: &["highlights"],
        ..NONE
    },
    Section {
        key: "volunteer",
        others: &["volunteering", "volunteerExperience", "volunteer_experience"],
        names: &[
            ("organization", &["organisation", "company", "name", "institution"]),
            ("position", &["title", "role"]),
            URL,
            FROM,
            UNTIL,
            POINTS,
        ],
        dates: &["startDate", "endDate"],
        lists: &["highlights"],
        ..NONE
    },
    Section {
        key: "education",
        others: &["educations", "studies", "schools"],
        names: &[
            ("institution", &["school", "university", "college", "name", "organization"]),
            ("studyType", &["degree", "study_type", "qualification"]),
            ("area", &["field", "major", "subject", "fieldOfStudy", "field_of_study", "program"]),
            ("score", &["gpa", "grade"]),
            ("courses", &["coursework", "modules"]),
            URL,
            FROM,
            UNTIL,
        ],
        dates: &["startDate", "endDate"],
        lists: &["courses"],
        ..NONE
    },
    Section {
        key: "awards",
        others: &["honors", "honours", "achievements"],
        names: &[("title", &["name", "award"]), ("awarder", &["issuer", "by", "organization"])],
        of_text: "title",
        dates: &["date"],
        ..NONE
    },
    Section {
        key: "certificates",
        others: &["certifications", "certification", "licenses", "licences"],
        names: &[
            ("name", &["title", "certificate"]),
            ("issuer", &["authority", "organization", "organisation", "by"]),
            ("date", &["issued", "issueDate", "issue_date", "startDate"]),
            URL,
        ],
        of_text: "name",
        dates: &["date"],
        ..NONE
    },
    Section {
        key: "publications",
        others: &["papers", "articles"],
        names: &[
            ("name", &["title"]),
            ("publisher", &["journal", "venue"]),
            ("releaseDate", &["date", "published", "release_date", "year"]),
            URL,
        ],
        of_text: "name",
        dates: &["releaseDate"],
        ..NONE
    },
    Section {
        key: "skills",
        others: &["technologies", "technicalSkills", "technical_skills", "tech", "skillset", "stack"],
        names: &[
            ("name", &["label", "skill", "category", "title"]),
            ("level", &["proficiency", "rating"]),
            ("keywords", &["details", "items", "technologies", "skills", "tools", "list"]),
        ],
        of_text: "name",
        splits: true,
        is_grouped: true,
        lists: &["keywords"],
        ..NONE
    },
    Section {
        key: "languages",
        others: &["spokenLanguages", "spoken_languages"],
        names: &[
            ("language", &["name", "label"]),
            ("fluency", &["proficiency", "level", "details", "summary"]),
        ],
        of_text: "language",
        splits: true,
        ..NONE
    },
    Section {
        key: "interests",
        others: &["hobbies"],
        names: &[("name", &["label", "title"]), ("keywords", &["details", "items"])],
        of_text: "name",
        splits: true,
        lists: &["keywords"],
        ..NONE
    },
    Section {
        key: "references",
        others: &["referees", "recommendations"],
        names: &[("reference", &["text", "quote", "recommendation"])],
        of_text: "reference",
        ..NONE
    },
    Section {
        key: "projects",
        others: &["project", "portfolio", "sideProjects", "side_projects"],
        names: &[
            ("name", &["title"]),
            ("description", &["summary"]),
            ("keywords", &["technologies", "tech", "stack", "tools"]),
            URL,
            FROM,
            UNTIL,
            POINTS,
        ],
        of_text: "name",
        dates: &["startDate", "endDate"],
        lists: &["highlights", "keywords", "roles"],
        ..NONE
    },
    Section { key: "meta", ..NONE },
];
