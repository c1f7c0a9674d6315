// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/chatrig.h"

#include "providers/text/textprofile.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

TextOffer offerOf(const QString &model, const QString &provider, const QList<TextPrice> &prices)
{
    TextOffer offer;
    offer.model = model;
    offer.provider = provider;
    offer.providerModel = u"vendors-"_s + model;
    offer.context = 10'000;
    offer.maxOutput = 1000;
    offer.prices = prices;
    return offer;
}

Offer drawnOffer(const QString &model)
{
    Offer offer = toyOffer(model, u"gamma"_s);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.maxInputImages = 4;
    return offer;
}

Offer retouchedOffer()
{
    Offer offer = drawnOffer(u"retouched"_s);
    offer.fields.insert(u"image"_s, u"image"_s);
    return offer;
}

} // namespace

std::shared_ptr<const TextModels> ChatRig::texts()
{
    TextOffer embed = offerOf(u"embed"_s, u"alpha"_s, {{2, -1, 0}});
    embed.kinds = {TextKind::Embeddings};
    auto models = std::make_shared<TextModels>();
    models->catalog =
        TextCatalog({offerOf(u"talk"_s, u"alpha"_s, {{1, -1, 10}}), offerOf(u"talk"_s, u"beta"_s, {{2, -1, 20}}),
                     offerOf(u"free-of-price"_s, u"alpha"_s, {}), embed});
    for (const QString &provider : {u"alpha"_s, u"beta"_s}) {
        TextProfile profile;
        profile.kinds = {TextKind::Chat, TextKind::Embeddings};
        if (provider == "alpha"_L1) {
            profile.kinds.append(TextKind::Responses);
        }
        profile.choosesAmongOthers = provider == "beta"_L1;
        models->vendors.append(textVendor(ToyAdapter(provider).info(), profile));
    }
    return models;
}

ChatRig::ChatRig(const GatewayOptions &options)
    : gateway({toyOffer(u"toy"_s, u"alpha"_s), toyOffer(u"toy"_s, u"beta"_s), drawnOffer(u"drawn"_s), retouchedOffer()},
              texts())
{
    alpha.key = beta.key = "toy-key";
    painter().atOnce = true;
    m_addresses = {{u"alpha"_s, alpha.baseUrl()}, {u"beta"_s, beta.baseUrl()}, {u"gamma"_s, painter().baseUrl()}};
    gateway.rig.keyring->setBaseUrls(m_addresses);
    gateway.start(options);
}

void ChatRig::takeAnyNameAtAlpha()
{
    const Result<Catalog> open = Catalog::fromJson(R"({"open": [
        {"provider": "alpha", "provider_model": "any", "modes": ["text-to-image"], "formats": ["png"],
         "sizes": {"kind": "uncontrolled"}, "fields": {"prompt": "prompt"}}]})");
    gateway.rig.catalog.merge(open.value());
    gateway.rig.engine->setCatalog(gateway.rig.catalog);
    gateway.gateway.setCatalog(gateway.rig.catalog);
}

void ChatRig::setAddress(const QString &provider, const QUrl &url)
{
    m_addresses.insert(provider, url);
    gateway.rig.keyring->setBaseUrls(m_addresses);
}

QJsonObject ChatRig::wish(const QJsonObject &fields)
{
    QJsonObject body {
        {u"model"_s, u"talk"_s},
        {u"messages"_s, QJsonArray {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, u"say hello"_s}}}},
        {u"max_tokens"_s, 100}};
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        body.insert(field.key(), field.value());
    }
    return body;
}

QByteArray ChatRig::post(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const
{
    return gateway.request("POST", "/v1/" + path, QJsonDocument(body).toJson(QJsonDocument::Compact),
                           headers + "Connection: close\r\n");
}

RawAnswer ChatRig::ask(const QByteArray &path, const QJsonObject &body, const QByteArray &headers) const
{
    return gateway.ask(post(path, body, headers));
}

RawAnswer ChatRig::chat(const QJsonObject &fields) const
{
    return ask("chat/completions", wish(fields));
}

Generation ChatRig::last()
{
    const Result<QList<Generation>> list = await(gateway.rig.journal->list(1));
    return list && !list->isEmpty() ? list->first() : Generation();
}

QByteArray unchunked(const QByteArray &wholeAnswer)
{
    QByteArray body;
    qsizetype at = wholeAnswer.indexOf("\r\n\r\n") + 4;
    while (at < wholeAnswer.size()) {
        const qsizetype line = wholeAnswer.indexOf("\r\n", at);
        const qsizetype size = wholeAnswer.mid(at, line - at).toLongLong(nullptr, 16);
        body += wholeAnswer.mid(line + 2, size);
        at = line + 2 + size + 2;
        if (line < 0 || size == 0) {
            break;
        }
    }
    return body;
}

} // namespace lightwell::test
