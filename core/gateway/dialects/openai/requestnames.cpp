// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openai/requestnames.h"

#include "core/model/modelname.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace lightwell::openai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestIdempotencyKey = 255;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

QList<QByteArray> valuesOf(const GatewayRequest &request, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const HttpHeader &header : request.headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            values.append(header.value);
        }
    }
    return values;
}

bool isSwitch(const QString &value)
{
    static const QStringList words {u"true"_s, u"false"_s, u"1"_s, u"0"_s};
    return words.contains(value, Qt::CaseInsensitive);
}

Error noSwitch(const QString &name)
{
    return notSent(ErrorKind::Invalid, Text::tr("%1 must be true or false.").arg(name), name);
}

/// However it is spelt: as dry_run, DryRun, "dry-run".
bool meansDryRun(const QString &name)
{
    QString letters;
    std::copy_if(name.begin(), name.end(), std::back_inserter(letters), [](QChar c) { return c.isLetterOrNumber(); });
    return letters.compare("dryrun"_L1, Qt::CaseInsensitive) == 0;
}

Error misspelt()
{
    return notSent(
        ErrorKind::Invalid,
        Text::tr("To be told the price only, put dryRun=true into the query of the address, in this spelling."),
        u"dryRun"_s);
}

/// Some take ";" for "&": behind one there is no name here, and what stands there would be passed over.
bool hidesDryRun(const QString &name, const QString &value)
{
    const QStringList parts = QString(name + u'=' + value).split(u';');
    return parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](const QString &part) {
               return meansDryRun(part.section(u'=', 0, 0));
           });
}

/// However deep it stands: the body's own limits bound the depth.
bool hasDryRun(const QJsonValue &value)
{
    const QJsonArray entries = value.toArray();
    if (std::any_of(entries.begin(), entries.end(), [](const QJsonValue &entry) { return hasDryRun(entry); })) {
        return true;
    }
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (meansDryRun(field.key()) || hasDryRun(field.value())) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<Error> faultInFieldNames(const QJsonObject &fields)
{
    return hasDryRun(fields) ? std::optional(misspelt()) : std::nullopt;
}

std::optional<Error> faultInModelName(const QString &name)
{
    if (isModelName(name)) {
        return std::nullopt;
    }
    return notSent(
        ErrorKind::Invalid,
        Text::tr("model must be a name of at most %1 characters, all of which can be seen.").arg(longestModelName),
        u"model"_s);
}

std::optional<Error> faultInHead(const GatewayRequest &request)
{
    const QList<QByteArray> keys = valuesOf(request, "Idempotency-Key");
    const auto isPrintable = [](char c) { return c >= 0x20 && c < 0x7f; };
    const bool good = keys.isEmpty()
        || (keys.size() == 1 && !keys.first().isEmpty() && keys.first().size() <= longestIdempotencyKey
            && std::all_of(keys.first().cbegin(), keys.first().cend(), isPrintable));
    if (!good) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("Idempotency-Key must be one text of 1 to %1 printable ASCII characters.")
                           .arg(longestIdempotencyKey),
                       u"Idempotency-Key"_s);
    }
    const QList<QByteArray> strict = valuesOf(request, "X-Lightwell-Strict");
    if (strict.size() > 1 || (!strict.isEmpty() && !isSwitch(QString::fromLatin1(strict.first())))) {
        return noSwitch(u"X-Lightwell-Strict"_s);
    }
    const QStringList dryRun = request.query.allQueryItemValues(u"dryRun"_s);
    if (dryRun.size() > 1 || (!dryRun.isEmpty() && !isSwitch(dryRun.first()))) {
        return noSwitch(u"dryRun"_s);
    }
    const auto items = request.query.queryItems(QUrl::FullyDecoded);
    const bool isMisspelt = std::any_of(items.begin(), items.end(), [](const auto &item) {
        return (item.first != "dryRun"_L1 && meansDryRun(item.first)) || hidesDryRun(item.first, item.second);
    });
    return isMisspelt ? std::optional(misspelt()) : std::nullopt;
}

} // namespace lightwell::openai
