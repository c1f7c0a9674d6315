// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/foundpictures.h"

#include "core/adapter/vendorreasons.h"
#include "core/model/dataurl.h"
#include "core/model/liftedjson.h"
#include "core/model/plainname.h"
#include "core/model/reasonsearch.h"
#include "core/net/eventstream.h"
#include "providers/common/picturelink.h"
#include "providers/common/pictures.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 8;

template<std::size_t count>
bool holdsOneOf(const QString &name, const std::array<QLatin1StringView, count> &words)
{
    return std::any_of(words.begin(), words.end(), [&name](QLatin1StringView word) { return name.contains(word); });
}

/// What stands below is not what was made.
bool isAboutOtherThings(const QString &name)
{
    static constexpr std::array words {"input"_L1,   "mask"_L1,    "thumb"_L1,  "preview"_L1, "reference"_L1,
                                       "init"_L1,    "control"_L1, "prompt"_L1, "error"_L1,   "webhook"_L1,
                                       "request"_L1, "source"_L1,  "poll"_L1,   "cancel"_L1,  "avatar"_L1};
    return name == "urls"_L1 || name == "links"_L1 || holdsOneOf(name, words);
}

/// A link below such a name leads to a picture; below any other it may lead anywhere.
bool mayLinkToPicture(const QString &name)
{
    static constexpr std::array words {"image"_L1,    "picture"_L1, "photo"_L1,    "output"_L1, "sample"_L1,
                                       "artifact"_L1, "asset"_L1,   "download"_L1, "generat"_L1};
    static constexpr std::array names {"url"_L1,    "uri"_L1,     "src"_L1,   "data"_L1,    "file"_L1,     "files"_L1,
                                       "result"_L1, "results"_L1, "media"_L1, "content"_L1, "signedurl"_L1};
    return holdsOneOf(name, words) || std::find(names.begin(), names.end(), name) != names.end();
}

class Search
{
public:
    Search(const LiftedJson &answer, const QUrl &origin)
        : m_answer(answer)
        , m_origin(origin)
    {
    }

    [[nodiscard]] QList<ProducedMedia> pictures()
    {
        look(m_answer.root(), u"data"_s, 0);
        return m_found;
    }

private:
    void look(const QJsonValue &value, const QString &name, int depth)
    {
        if (depth > deepest) {
            return;
        }
        if (value.isObject()) {
            return lookInside(value.toObject(), depth);
        }
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries) {
            look(entry, name, depth + 1);
        }
        if (std::optional<ProducedMedia> picture = read(value, name)) {
            take(*std::move(picture));
        }
    }

    void lookInside(const QJsonObject &object, int depth)
    {
        std::optional<ProducedMedia> own; // bytes before a link, which may be gone
        for (auto field = object.begin(); field != object.end(); ++field) {
            const QString name = plainName(field.key());
            if (isAboutOtherThings(name)) {
                continue;
            }
            if (!field.value().isString()) {
                look(field.value(), name, depth + 1);
                continue;
            }
            std::optional<ProducedMedia> picture = read(field.value(), name);
            if (picture && (!own || (own->bytes.isEmpty() && !picture->bytes.isEmpty()))) {
                own = std::move(picture);
            }
        }
        if (own) {
            own->seed = wholeNumber(object.value("seed"_L1));
            own->revisedPrompt = object.value("revised_prompt"_L1).toString();
            take(*std::move(own));
        }
    }

    [[nodiscard]] std::optional<ProducedMedia> read(const QJsonValue &value, const QString &name) const
    {
        const QByteArray text = m_answer.text(value);
        ProducedMedia picture;
        if (const std::optional<QByteArray> bytes = pictureFromBase64(text)) {
            picture.bytes = *bytes;
            return picture;
        }
        const bool isLink =
            !isDataUrl(text) && mayLinkToPicture(name) && (text.contains("://") || text.startsWith('/'));
        const std::optional<QUrl> link = isLink ? pictureLink(QString::fromUtf8(text), m_origin) : std::nullopt;
        picture.url = link.value_or(QUrl());
        return link ? std::optional(picture) : std::nullopt;
    }

    void take(ProducedMedia picture)
    {
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&picture](const ProducedMedia &found) {
            return found.bytes == picture.bytes && found.url == picture.url;
        });
        if (!isKnown) {
            m_found.append(std::move(picture));
        }
    }

    const LiftedJson &m_answer;
    const QUrl m_origin;
    QList<ProducedMedia> m_found;
};

FoundPictures inJson(const QByteArray &text, const QUrl &origin)
{
    const LiftedJson answer(text);
    return {Search(answer, origin).pictures(), answer.object().value("usage"_L1).toObject()};
}

bool isPartial(const StreamEvent &event)
{
    const QByteArray type = LiftedJson(event.data).object().value("type"_L1).toString().toUtf8();
    return event.name.contains("partial") || type.contains("partial");
}

FoundPictures inEvents(const HttpResponse &response)
{
    FoundPictures found;
    const QList<StreamEvent> events = eventsOf(response.body);
    for (const StreamEvent &event : events) {
        if (isPartial(event)) {
            continue;
        }
        const FoundPictures fresh = inJson(event.data, response.url);
        found.media += fresh.media;
        found.usage = fresh.usage.isEmpty() ? found.usage : fresh.usage;
    }
    return found;
}

/// A page that draws with SVG is none.
bool isPicture(const HttpResponse &response)
{
    const std::optional<ImageFormat> format = sniffFormat(response.body);
    return format && (*format != ImageFormat::Svg || response.header("Content-Type"_ba).contains("svg"));
}

} // namespace

FoundPictures findPictures(const HttpResponse &response)
{
    if (isPicture(response)) {
        ProducedMedia picture;
        picture.bytes = response.body;
        return {{picture}, {}};
    }
    const bool isStream = isEventStream(response.header("Content-Type"_ba)) || response.body.startsWith("event:")
        || response.body.startsWith("data:");
    FoundPictures found = isStream ? inEvents(response) : inJson(response.body, response.url);
    if (found.media.isEmpty()) {
        if (const std::optional<QByteArray> bytes = pictureFromBase64(response.body)) { // nothing around it
            found.media.emplaceBack().bytes = *bytes;
        }
    }
    return found;
}

Step orFoundPictures(Step step, const HttpResponse &response)
{
    const auto *failed = std::get_if<Failed>(&step);
    if (!failed || !response.isSuccess() || !holdsReason(failed->error.why(), reasons::noUsablePicture.code)) {
        return step;
    }
    FoundPictures found = findPictures(response);
    if (found.media.isEmpty()) {
        return step;
    }
    return Done {std::move(found.media), Money::unknown(), std::move(found.usage)};
}

} // namespace lightwell
