// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/engineoffers.h"

#include "core/catalog/modelquery.h"
#include "core/net/hostrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Models with their offers, each slug once.
class OfferList
{
public:
    explicit OfferList(const Catalog &known)
        : m_known(known)
    {
    }

    void add(const FoundEngine &engine, const QString &name, const QString &mode)
    {
        const Offer *pattern = m_known.anyModel(engine.provider, mode);
        const QString slug = slugOfFile(name, m_known);
        if (pattern == nullptr || slug.isEmpty()) {
            return;
        }
        Model &model = modelOf(slug, name, pattern->modes);
        const auto isSame = [&engine](const Offer &offer) { return offer.provider == engine.provider; };
        if (std::none_of(model.offers.cbegin(), model.offers.cend(), isSame)) {
            model.offers.append(offerOf(*pattern, engine, slug, name));
        }
    }

    [[nodiscard]] QByteArray document() const
    {
        QJsonArray models;
        for (const Model &model : m_models) {
            models.append(model.toJson());
        }
        return QJsonDocument(QJsonObject {{u"models"_s, models}}).toJson(QJsonDocument::Compact);
    }

private:
    Model &modelOf(const QString &slug, const QString &name, const QStringList &modes)
    {
        const auto place = m_places.constFind(slug);
        if (place != m_places.cend()) {
            return m_models[*place];
        }
        m_places.insert(slug, m_models.size());
        Model model;
        if (const Model *listed = m_known.find(slug)) {
            model = *listed;
            model.offers.clear();
        } else {
            model.slug = slug;
            model.name = name.section(u'/', -1).section(u" ["_s, 0, 0);
            model.status = u"active"_s;
            model.capabilities = modes;
        }
        m_models.append(model);
        return m_models.last();
    }

    static Offer offerOf(Offer offer, const FoundEngine &engine, const QString &slug, const QString &name)
    {
        offer.model = slug;
        offer.providerModel = name;
        if (!engine.samplers.isEmpty() && offer.supports(u"scheduler"_s)) {
            QJsonObject words;
            for (const QString &sampler : engine.samplers) {
                words.insert(sampler, sampler);
            }
            offer.wire.values.insert(u"scheduler"_s, words);
        }
        if (engine.loras.isEmpty()) {
            offer.fields.remove(u"loras"_s);
        }
        return offer;
    }

    const Catalog &m_known;
    QList<Model> m_models;
    QHash<QString, qsizetype> m_places;
};

} // namespace

QString slugOfFile(const QString &file)
{
    static const QRegularExpression suffix(u"\\.(safetensors|sft|ckpt|gguf|pth?|bin|onnx)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression others(u"[^a-z0-9.]+"_s);
    constexpr qsizetype longest = 80;
    QString name = file.section(u" ["_s, 0, 0).replace(u'\\', u'/').section(u'/', -1);
    name.remove(suffix);
    name = name.toLower().replace(others, u"-"_s).left(longest);
    while (name.startsWith(u'-') || name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    while (name.endsWith(u'-') || name.endsWith(u'.')) {
        name.chop(1);
    }
    return name;
}

QString slugOfFile(const QString &file, const Catalog &known)
{
    QString slug = slugOfFile(file);
    while (const Model *listed = known.find(slug)) {
        if (licenseKind(*listed) == "open"_L1 && !listed->isBuiltIn()) {
            break;
        }
        slug += "-local"_L1;
    }
    return slug;
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    constexpr int usualPort = 80;
    const bool isHere = isLoopbackHost(one.host()) && isLoopbackHost(other.host());
    return (isHere || one.host() == other.host()) && one.port(usualPort) == other.port(usualPort);
}

Catalog engineOffers(const QList<FoundEngine> &engines, const QHash<QString, QUrl> &addresses, const Catalog &known,
                     QStringList &told)
{
    OfferList list(known);
    for (const FoundEngine &engine : engines) {
        if (engine.use != FoundEngine::Use::Pictures
            || !isSameServer(engine.address, addresses.value(engine.provider))) {
            continue;
        }
        for (const QString &model : engine.models) {
            list.add(engine, model, u"text-to-image"_s);
        }
        for (const QString &upscaler : engine.upscalers) {
            list.add(engine, upscaler, u"upscale"_s);
        }
    }
    const Result<Catalog> read = Catalog::fromJsonLeavingOut(list.document(), told);
    return read ? *read : Catalog();
}

} // namespace lightwell
