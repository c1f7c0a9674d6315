// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/words/reading.h"

#include "providers/sketchbook/art/colour.h"
#include "providers/sketchbook/art/dice.h"
#include "providers/sketchbook/words/lexicon.h"

#include <algorithm>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

/// Walks over the words and keeps what stands open: a colour, an amount, a "without".
class Reader
{
public:
    explicit Reader(Reading &reading)
        : m_reading(reading)
    {
    }

    void take(const std::optional<Meaning> &meaning)
    {
        ++m_sinceColour;
        ++m_sinceAmount;
        ++m_sinceOn;
        if (!meaning) {
            ++m_sinceNegation;
            return;
        }
        if (m_negated && m_sinceNegation < 2 && !std::holds_alternative<Amount>(meaning->sense)) {
            m_negated = std::holds_alternative<QColor>(meaning->sense);
            return;
        }
        m_plural = meaning->plural;
        std::visit([this](const auto &sense) { note(sense); }, meaning->sense);
    }

    void end() { dropColour(); }

private:
    void note(Place place)
    {
        if (m_colour && m_sinceColour <= 2 && !m_reading.ground && hasGround(place)) {
            m_reading.ground = m_colour;
        }
        if (m_reading.place == Place::None || (isBackdrop(m_reading.place) && !isBackdrop(place))
            || isTropicalShore(place)) {
            if (m_reading.place != Place::None) {
                m_reading.furtherPlaces.append(m_reading.place);
            }
            m_reading.place = place;
        } else if (!m_reading.furtherPlaces.contains(place) && place != m_reading.place) {
            m_reading.furtherPlaces.append(place);
        }
    }
    void note(Hour hour) { keepFirst(m_reading.hour, hour); }
    void note(Weather weather) { keepFirst(m_reading.weather, weather); }
    void note(Season season) { keepFirst(m_reading.season, season); }
    void note(Mood mood) { keepFirst(m_reading.mood, mood); }
    void note(const QColor &colour)
    {
        dropColour();
        if (m_sinceOn <= 2 && !m_reading.paper) {
            m_reading.paper = colour;
        }
        m_colour = colour;
        m_sinceColour = 0;
    }
    void note(Amount amount)
    {
        m_amount = amount.count;
        m_sinceAmount = 0;
    }
    void note(Negation)
    {
        m_negated = true;
        m_sinceNegation = 0;
    }
    void note(Hint hint)
    {
        switch (hint) {
        case Hint::On:
            m_sinceOn = 0;
            break;
        case Hint::Sky:
            if (m_colour && m_sinceColour <= 2) {
                m_reading.sky = m_colour;
            }
            break;
        case Hint::Background:
            if (m_colour && m_sinceColour <= 2) {
                m_reading.paper = m_colour;
            }
            break;
        case Hint::Colourless:
            m_reading.colourless = true;
            break;
        case Hint::Abstract:
            m_reading.abstract = true;
            break;
        case Hint::Riding:
            m_reading.riding = true;
            break;
        }
    }
    void note(Subject subject)
    {
        Mention mention {subject, m_plural ? 3 : 1, std::nullopt};
        if (m_amount > 0 && m_sinceAmount <= 3) {
            mention.count = m_amount;
        }
        m_amount = 0;
        if (m_colour && m_sinceColour <= 2) {
            mention.colour = m_colour;
            m_colour.reset();
        }
        const auto known = std::find_if(m_reading.mentions.begin(), m_reading.mentions.end(),
                                        [subject](const Mention &entry) { return entry.subject == subject; });
        if (known == m_reading.mentions.end()) {
            m_reading.mentions.append(mention);
        } else {
            // "Sailing boats" are several, although "sailing" alone is one.
            known->count = std::max(known->count, mention.count);
        }
    }

    /// Where a colour means the land; "a red room" or "a blue portrait" mean the whole.
    static bool hasGround(Place place)
    {
        return place != Place::Table && place != Place::Portrait && place != Place::Space && place != Place::Underwater
            && place != Place::Clouds;
    }
    /// A "mountain lake" is a lake, a "city by the sea" stays a city.
    static bool isBackdrop(Place place)
    {
        return place == Place::Mountains || place == Place::Hills || place == Place::Clouds;
    }
    /// A "tropical island" is an island.
    bool isTropicalShore(Place place) const
    {
        return m_reading.place == Place::Jungle
            && (place == Place::Island || place == Place::Sea || place == Place::Coast || place == Place::Waterfall);
    }
    template<typename T>
    static void keepFirst(T &field, T value)
    {
        if (field == T::None) {
            field = value;
        }
    }
    void dropColour()
    {
        if (m_colour) {
            m_reading.colours.append(*m_colour);
            m_colour.reset();
        }
    }

    Reading &m_reading;
    std::optional<QColor> m_colour;
    int m_sinceColour = 0;
    int m_amount = 0;
    int m_sinceAmount = 0;
    int m_sinceOn = 100;
    bool m_negated = false;
    int m_sinceNegation = 0;
    bool m_plural = false;
};

/// "black and white", unless it is the coat of an animal.
bool asksForGrey(const QStringList &words)
{
    static const QList<Subject> coats = {Subject::Cat,  Subject::Dog,     Subject::Rabbit, Subject::Horse,
                                         Subject::Bear, Subject::Penguin, Subject::Birds,  Subject::Butterfly};
    static const QStringList pairs = {u"black and white"_s, u"schwarz und weiss"_s, u"noir et blanc"_s,
                                      u"blanco y negro"_s};
    for (qsizetype i = 0; i + 2 < words.size(); ++i) {
        if (pairs.contains(QString(words.at(i) + u' ' + words.at(i + 1) + u' ' + words.at(i + 2)))) {
            const auto next = i + 3 < words.size() ? lookUp(words.at(i + 3)) : std::nullopt;
            const auto *subject = next ? std::get_if<Subject>(&next->sense) : nullptr;
            return !subject || !coats.contains(*subject);
        }
    }
    return false;
}

Reading readWords(const QStringList &words)
{
    Reading reading;
    Reader reader(reading);
    quint64 fingerprint = 0x6c69676874ULL;
    for (const QString &word : words) {
        for (const QChar letter : word) {
            fingerprint = Dice::mix(fingerprint * 31 + letter.unicode());
        }
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i + 1 < words.size()) {
            if (const auto pair = lookUp(QString(words.at(i) + u' ' + words.at(i + 1)))) {
                reader.take(pair);
                ++i;
                continue;
            }
        }
        reader.take(lookUp(words.at(i)));
    }
    reader.end();
    const auto grey = std::count_if(reading.colours.cbegin(), reading.colours.cend(),
                                    [](const QColor &colour) { return toLch(colour).chroma < 0.04; });
    reading.colourless = reading.colourless || asksForGrey(words) || (grey >= 2 && grey == reading.colours.size());
    const bool everything = std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word == u"landscape"_s || word == u"landschaft"_s || word == u"countryside"_s;
    });
    if (everything && reading.place == Place::Hills) {
        reading.ground.reset(); // "a blue landscape" is blue all over
    }
    reading.fingerprint = fingerprint;
    return reading;
}

template<typename T>
void forget(T &field, T unwanted)
{
    if (unwanted != T::None && field == unwanted) {
        field = T::None;
    }
}

} // namespace

bool Reading::shows(Subject subject) const
{
    return std::any_of(mentions.cbegin(), mentions.cend(),
                       [subject](const Mention &entry) { return entry.subject == subject; });
}

Reading read(const QString &prompt, const QString &negative)
{
    Reading reading = readWords(splitWords(prompt));
    if (negative.isEmpty()) {
        return reading;
    }
    const Reading unwanted = readWords(splitWords(negative));
    reading.mentions.removeIf([&unwanted](const Mention &entry) { return unwanted.shows(entry.subject); });
    reading.colours.removeIf([&unwanted](const QColor &colour) { return unwanted.colours.contains(colour); });
    reading.furtherPlaces.removeIf([&unwanted](Place place) { return unwanted.speaksOf(place); });
    forget(reading.place, unwanted.place);
    if (reading.place == Place::None && !reading.furtherPlaces.isEmpty()) {
        reading.place = reading.furtherPlaces.takeFirst();
    }
    forget(reading.hour, unwanted.hour);
    forget(reading.weather, unwanted.weather);
    forget(reading.season, unwanted.season);
    forget(reading.mood, unwanted.mood);
    return reading;
}

} // namespace lightwell::sketchbook
