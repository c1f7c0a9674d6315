// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textlinks.h"

#include "core/model/liftedjson.h"
#include "core/net/hostrules.h"
#include "core/net/linkreasons.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 4; // levels of a part in which there may be a link

/// Whose words nobody fetches.
bool isWords(const QString &type)
{
    static const QStringList types {u"text"_s,    u"input_text"_s,     u"output_text"_s,
                                    u"refusal"_s, u"reasoning_text"_s, u"summary_text"_s};
    return types.contains(type);
}

bool isAddressName(const QString &name)
{
    return name == "url"_L1 || name == "uri"_L1 || name.endsWith("_url"_L1) || name.endsWith("_uri"_L1);
}

/// What may be a link, and is as a rule the thing itself.
bool isContentName(const QString &name)
{
    static const QStringList names {u"data"_s,  u"file_data"_s, u"image"_s,   u"audio"_s,
                                    u"video"_s, u"file"_s,      u"document"_s};
    return names.contains(name);
}

/// The beginning, as a program reads it that leaves out what no address has: blanks before it, tabs and ends of lines.
QString beginningOf(const QString &text)
{
    constexpr qsizetype enough = 8192; // for scheme and host
    const auto begin = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c > u' '; });
    QString beginning(begin, std::min<qsizetype>(text.cend() - begin, enough));
    return beginning.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });
}

/// In small letters; empty: it is no link.
QString schemeOf(const QString &text, bool isAddress)
{
    static const QRegularExpression form(u"\\A([A-Za-z][A-Za-z0-9+.-]*):(/?)"_s);
    static const QStringList plain {u"data"_s, u"file"_s, u"blob"_s, u"javascript"_s};
    const QRegularExpressionMatch match = form.match(text);
    const QString scheme = match.captured(1).toLower();
    return isAddress || !match.captured(2).isEmpty() || plain.contains(scheme) ? scheme : QString();
}

/// Between the two slashes and the next one; nothing: there is none that all programs read alike.
std::optional<QString> authorityOf(const QString &link)
{
    static const QRegularExpression form(u"\\A[A-Za-z]+://([^/?#]+)"_s);
    const QString authority = form.match(link).captured(1);
    const bool isPlain = std::none_of(authority.cbegin(), authority.cend(), [](QChar c) {
        return c <= u' ' || c == u'\\' || c == u'"' || c == u'<' || c == u'>';
    });
    return isPlain && !authority.isEmpty() ? std::optional(authority) : std::nullopt;
}

/// Finds what is wrong with links, or where the first local one is.
class Search
{
public:
    explicit Search(const LiftedJson &body)
        : m_body(body)
    {
    }

    void lookThrough()
    {
        const QJsonObject &body = m_body.object();
        for (const QString &list : {u"messages"_s, u"input"_s}) {
            const QJsonArray items = body.value(list).toArray();
            for (qsizetype i = 0; i < items.size(); ++i) {
                lookAtItem(items.at(i).toObject(), entry(list, i));
            }
        }
        const QJsonObject variables = body.value("prompt"_L1)["variables"_L1].toObject();
        for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
            lookAtPart(variable.value(), u"prompt.variables."_s + variable.key());
        }
    }
    [[nodiscard]] const std::optional<Error> &fault() const { return m_fault; }
    [[nodiscard]] const std::optional<TextLink> &local() const { return m_local; }

private:
    [[nodiscard]] static QString entry(const QString &list, qsizetype index)
    {
        return list + u'[' + QString::number(index) + u']';
    }
    void lookAtItem(const QJsonObject &item, const QString &place)
    {
        for (const QString &list : {u"content"_s, u"images"_s, u"output"_s}) { // one of these is a part itself
            const QJsonValue parts = item.value(list);
            lookAtPart(parts, place + u'.' + list);
            const QJsonArray several = parts.toArray();
            for (qsizetype i = 0; i < several.size(); ++i) {
                lookAtPart(several.at(i), entry(place + u'.' + list, i));
            }
        }
    }
    void lookAtPart(const QJsonValue &part, const QString &place)
    {
        const QJsonObject members = part.toObject();
        if (!isWords(members.value("type"_L1).toString())) {
            lookInto(members, place, 1);
        }
    }
    void lookInto(const QJsonObject &object, const QString &place, int depth)
    {
        for (auto member = object.begin(); member != object.end() && !m_fault; ++member) {
            const QString name = member.key();
            // {"image_url": {"url": "…"}} is one thing, as {"image_url": "…"} is.
            const QString at = name == "url"_L1 && depth > 1 ? place : place + u'.' + name;
            look(member.value(), name, at, depth);
        }
    }
    void look(const QJsonValue &value, const QString &name, const QString &place, int depth)
    {
        if (value.isString() && (isAddressName(name) || isContentName(name))) {
            judge(value, isAddressName(name), place);
        } else if (value.isObject() && depth < deepest) {
            lookInto(value.toObject(), place, depth + 1);
        }
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size() && depth < deepest; ++i) {
            look(list.at(i), name, entry(place, i), depth + 1);
        }
    }
    void judge(const QJsonValue &value, bool isAddress, const QString &place)
    {
        if (m_fault || m_body.isLifted(value)) { // long base64
            return;
        }
        const QString link = beginningOf(value.toString());
        const QString scheme = schemeOf(link, isAddress);
        if (scheme.isEmpty() || scheme == "data"_L1) {
            return;
        }
        if (scheme != "https"_L1 && scheme != "http"_L1) {
            return refuse(reasons::partLinkScheme(scheme), place);
        }
        const std::optional<QString> authority = authorityOf(link);
        if (authority && authority->contains(u'@')) {
            return refuse(reasons::partLinkNamesUser(), place);
        }
        const QString host = authority ? QUrl(scheme + u"://"_s + *authority + u'/').host() : QString();
        if (host.isEmpty()) {
            return refuse(reasons::partLinkUnreadable(), place);
        }
        if (!m_local && isLocalHost(host)) {
            m_local = TextLink {place, host};
        }
    }
    void refuse(const Reason &why, const QString &place) { m_fault = notSent(ErrorKind::Invalid, why, place); }

    const LiftedJson &m_body;
    std::optional<Error> m_fault;
    std::optional<TextLink> m_local;
};

} // namespace

Result<std::optional<TextLink>> localLinkIn(const LiftedJson &body)
{
    Search search(body);
    search.lookThrough();
    return search.fault() ? Result<std::optional<TextLink>>(*search.fault()) : search.local();
}

} // namespace lightwell
