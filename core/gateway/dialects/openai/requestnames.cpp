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
        if (header.is(name)) {
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

/// What decides whether anything is bought at all has one place each.
enum class Order { DryRun, Strict };

/// However it is spelt: as dry_run, DryRun, "dry-run", x-lightwell-strict.
std::optional<Order> orderOf(const QString &name)
{
    QString letters;
    std::copy_if(name.begin(), name.end(), std::back_inserter(letters), [](QChar c) { return c.isLetterOrNumber(); });
    letters = letters.toLower();
    if (letters.startsWith(u'x') && letters.contains("lightwell"_L1)) {
        letters.remove(0, 1);
    }
    letters.remove("lightwell"_L1);
    static const QStringList strict {u"strict"_s, u"strictmode"_s, u"isstrict"_s};
    if (letters == "dryrun"_L1) {
        return Order::DryRun;
    }
    return strict.contains(letters) ? std::optional(Order::Strict) : std::nullopt;
}

Error misplaced(Order order)
{
    if (order == Order::Strict) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("To have refused what cannot be done as it was asked, send the header "
                                "X-Lightwell-Strict: true."),
                       u"X-Lightwell-Strict"_s);
    }
    return notSent(
        ErrorKind::Invalid,
        Text::tr("To be told the price only, put dryRun=true into the query of the address, in this spelling."),
        u"dryRun"_s);
}

/// Some take ";" for "&": behind one there is no name here, and what stands there would be passed over.
std::optional<Order> orderHiddenIn(const QString &name, const QString &value)
{
    const QStringList parts = QString(name + u'=' + value).split(u';');
    for (const QString &part : parts) {
        if (const std::optional<Order> order = orderOf(part.section(u'=', 0, 0)); order && parts.size() > 1) {
            return order;
        }
    }
    return std::nullopt;
}

/// However deep it stands: the body's own limits bound the depth.
std::optional<Order> orderIn(const QJsonValue &value)
{
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        if (const std::optional<Order> order = orderIn(entry)) {
            return order;
        }
    }
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const std::optional<Order> order = orderOf(field.key());
        if (const std::optional<Order> found = order ? order : orderIn(field.value())) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> faultInFieldNames(const QJsonObject &fields)
{
    const std::optional<Order> order = orderIn(fields);
    return order ? std::optional(misplaced(*order)) : std::nullopt;
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
    const QList<QByteArray> alive = valuesOf(request, "X-Lightwell-Keep-Alive");
    if (alive.size() > 1 || (!alive.isEmpty() && alive.first().trimmed().toLower() != "whitespace")) {
        return notSent(ErrorKind::Invalid, Text::tr("X-Lightwell-Keep-Alive can be \"whitespace\" and nothing else."),
                       u"X-Lightwell-Keep-Alive"_s);
    }
    const QStringList dryRun = request.query.allQueryItemValues(u"dryRun"_s);
    if (dryRun.size() > 1 || (!dryRun.isEmpty() && !isSwitch(dryRun.first()))) {
        return noSwitch(u"dryRun"_s);
    }
    const auto items = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        const std::optional<Order> named = name == "dryRun"_L1 ? std::nullopt : orderOf(name);
        if (const std::optional<Order> order = named ? named : orderHiddenIn(name, value)) {
            return misplaced(*order);
        }
    }
    return std::nullopt;
}

} // namespace lightwell::openai
