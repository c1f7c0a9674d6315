// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/textcatalog.h"

#include "core/model/boundedjson.h"
#include "core/model/fieldreader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <array>

/// Resources of a static library register themselves only where they are asked for by name.
static void initialiseChatResource()
{
    Q_INIT_RESOURCE(lightwell_chat);
}

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double maxDollars = 1e5; // for a million tokens
constexpr qint64 maxTokens = 100'000'000;

QList<TextKind> kindsIn(const QStringList &words)
{
    QList<TextKind> kinds;
    for (const TextKind kind : {TextKind::Chat, TextKind::Responses, TextKind::Embeddings}) {
        if (words.contains(textKindName(kind))) {
            kinds.append(kind);
        }
    }
    return kinds;
}

TextPrice priceIn(FieldReader fields)
{
    TextPrice price;
    price.input = fields.number("input"_L1, 0, 0, maxDollars);
    price.cached = fields.number("cached"_L1, -1, 0, maxDollars);
    price.output = fields.number("output"_L1, 0, 0, maxDollars);
    price.above = fields.whole("above"_L1, 0, 0, maxTokens);
    const QString from = fields.text("from"_L1);
    price.from = QDate::fromString(from, Qt::ISODate);
    if (!from.isEmpty() && !price.from.isValid()) {
        fields.unusable(fields.path().field(u"from"_s), FieldFault::Expected::Text, from);
    }
    fields.refuseUnknown();
    return price;
}

TextOffer offerIn(FieldReader fields, const QString &provider)
{
    static const QStringList kinds {u"chat"_s, u"responses"_s, u"embeddings"_s};
    TextOffer offer;
    offer.provider = provider;
    offer.model = fields.text("id"_L1);
    offer.providerModel = offer.model;
    offer.kinds = kindsIn(fields.has("kinds"_L1) ? fields.words("kinds"_L1, kinds) : kinds.mid(0, 1));
    offer.context = fields.whole("context"_L1, 0, 0, maxTokens);
    offer.maxOutput = fields.whole("max_output"_L1, 0, 0, maxTokens);
    offer.vision = fields.flag("vision"_L1);
    offer.released = fields.text("released"_L1);
    offer.shutdown = fields.text("shutdown"_L1);
    const qsizetype prices = fields.has("prices"_L1) ? fields.list("prices"_L1).size() : 0;
    for (qsizetype at = 0; at < prices; ++at) {
        offer.prices.append(priceIn(fields.entry("prices"_L1, at)));
    }
    offer.priceSource = fields.text("source"_L1);
    offer.priceDate = fields.text("as_of"_L1);
    if (offer.model.isEmpty()) {
        fields.missing("id"_L1, FieldFault::Expected::Text);
    }
    if (!offer.prices.isEmpty() && (offer.priceSource.isEmpty() || offer.priceDate.isEmpty())) {
        fields.missing("source"_L1, FieldFault::Expected::Text);
    }
    fields.refuseUnknown();
    return offer;
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

TextCatalog TextCatalog::builtIn()
{
    initialiseChatResource();
    TextCatalog catalog;
    const QDir folder(u":/lightwell/chat"_s);
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        QStringList faults;
        catalog.add(fromFile(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), faults));
        for (const QString &fault : std::as_const(faults)) {
            qCritical("%ls: %ls", qUtf16Printable(name), qUtf16Printable(fault));
        }
    }
    return catalog;
}

TextCatalog TextCatalog::fromFile(const QByteArray &json, QStringList &faults)
{
    const Result<QJsonObject> document = readJsonObject(json, jsonlimits::catalog);
    if (!document) {
        faults.append(document.error().message);
        return {};
    }
    QList<FieldFault> found;
    FieldReader file(*document, &found);
    const QString provider = file.text("provider"_L1);
    const qsizetype models = file.list("models"_L1).size();
    file.refuseUnknown();
    TextCatalog catalog;
    for (qsizetype at = 0; at < models; ++at) {
        const qsizetype before = found.size();
        const TextOffer offer = offerIn(file.entry("models"_L1, at), provider);
        if (found.size() == before) {
            catalog.m_offers.append(offer);
        }
    }
    for (const FieldFault &fault : std::as_const(found)) {
        faults.append(fault.path.toString());
    }
    return catalog;
}

TextCatalog::Found TextCatalog::find(const QString &name, const QStringList &providers) const
{
    Found found;
    std::copy_if(m_offers.begin(), m_offers.end(), std::back_inserter(found.offers), [&](const TextOffer &offer) {
        return isSame(offer.model, name) && providers.contains(offer.provider);
    });
    const qsizetype slash = name.indexOf(u'/');
    const QString provider = name.left(slash).toLower();
    if (!found.offers.isEmpty() || slash <= 0 || slash + 1 == name.size() || !providers.contains(provider)) {
        return found;
    }
    found.isNamed = true;
    const QString id = name.mid(slash + 1);
    std::copy_if(m_offers.begin(), m_offers.end(), std::back_inserter(found.offers),
                 [&](const TextOffer &offer) { return offer.provider == provider && isSame(offer.model, id); });
    if (found.offers.isEmpty()) {
        TextOffer unlisted;
        unlisted.model = id;
        unlisted.provider = provider;
        unlisted.providerModel = id;
        unlisted.kinds = {TextKind::Chat, TextKind::Responses, TextKind::Embeddings};
        found.offers.append(unlisted);
    }
    return found;
}

QStringList TextCatalog::names() const
{
    QStringList names;
    for (const TextOffer &offer : m_offers) {
        names.append(offer.model);
    }
    names.removeDuplicates();
    return names;
}

} // namespace lightwell
