// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/endpointreading.h"

#include "core/catalog/catalogtext.h"
#include "core/model/modelname.h"
#include "core/model/offerlimits.h"
#include "core/net/hostrules.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Words of commands, settings and addresses that an id would be mistaken for.
const QStringList &reservedWords()
{
    static const QStringList words {u"all"_s,     u"any"_s,    u"auto"_s,        u"default"_s, u"endpoints"_s,
                                    u"gateway"_s, u"images"_s, u"list"_s,        u"local"_s,   u"lightwell"_s,
                                    u"models"_s,  u"none"_s,   u"openai-like"_s, u"own"_s,     u"user"_s};
    return words;
}

constexpr QLatin1StringView secrets[] = {"key"_L1, "api_key"_L1, "token"_L1};

/// A word of Wire, under the name it has here.
void readWireWord(FieldReader &fields, QLatin1StringView key, QLatin1StringView wireKey, Wire &wire)
{
    const QString word = fields.text(key);
    QJsonObject object = wire.toJson();
    object.insert(wireKey, word);
    QList<FieldFault> faults;
    FieldReader reader(object, &faults);
    const Wire read = Wire::read(reader);
    if (faults.isEmpty()) {
        wire = word.isEmpty() ? wire : read;
    } else {
        fields.unknownWord(key, word, faults.first().known);
    }
}

void readEdits(FieldReader &fields, Endpoint &endpoint)
{
    const QString word = fields.text("edits"_L1, u"file"_s);
    const QStringList known {u"none"_s, u"file"_s, u"data-url"_s, u"base64"_s};
    if (!known.contains(word)) {
        fields.unknownWord("edits"_L1, word, known);
    }
    endpoint.edits = word != "none"_L1;
    if (endpoint.edits && known.contains(word)) {
        readWireWord(fields, "edits"_L1, "imageAs"_L1, endpoint.wire);
    }
}

std::optional<EntryFault> faultInAddress(const QUrl &address)
{
    const auto fault = [](const QString &what) { return EntryFault {JsonPath().field(u"address"_s), what}; };
    if (!address.isValid() || address.host().isEmpty()
        || (address.scheme() != "http"_L1 && address.scheme() != "https"_L1)) {
        return fault(CatalogText::tr("address must begin with http:// or https:// and name a server."));
    }
    if (!address.userInfo().isEmpty()) {
        return fault(CatalogText::tr("address has a name or password in it. Keys are kept with \"lightwell-cli keys "
                                     "set\"."));
    }
    if (address.hasQuery() || address.hasFragment()) {
        return fault(CatalogText::tr("address must end before any ? or #."));
    }
    if (address.scheme() == "http"_L1 && !mayGoUnencrypted(address)) {
        return fault(CatalogText::tr("address must begin with https:// outside of your own network, or everybody on "
                                     "the way could read along."));
    }
    return std::nullopt;
}

} // namespace

Endpoint readEndpoint(const QJsonObject &object, QList<FieldFault> &faults)
{
    constexpr qint64 usualPerCall = 0;
    FieldReader fields(object, &faults);
    Endpoint endpoint;
    endpoint.id = fields.text("id"_L1);
    if (endpoint.id.isEmpty()) {
        fields.missing("id"_L1, FieldFault::Expected::Text);
    }
    endpoint.name = fields.text("name"_L1, endpoint.id);
    const QString address = fields.text("address"_L1);
    if (address.isEmpty()) {
        fields.missing("address"_L1, FieldFault::Expected::Text);
    }
    endpoint.address = QUrl(address.trimmed(), QUrl::StrictMode);
    endpoint.needsKey = fields.flag("needs_key"_L1);
    endpoint.bills = !fields.flag("free"_L1);
    endpoint.models = fields.texts("models"_L1);
    endpoint.maxPerCall =
        static_cast<int>(fields.whole("max_per_call"_L1, usualPerCall, usualPerCall, offerlimits::maxPerCall));
    readEdits(fields, endpoint);
    readWireWord(fields, "size_as"_L1, "sizeAs"_L1, endpoint.wire);
    if (fields.flag("b64"_L1)) {
        endpoint.wire.constants.insert("response_format"_L1, "b64_json"_L1);
    }
    for (const QLatin1StringView key : secrets) {
        fields.accept(key); // see findSecret()
    }
    fields.refuseUnknown();
    return endpoint;
}

std::optional<EntryFault> findSecret(const QJsonObject &object)
{
    for (const QLatin1StringView key : secrets) {
        if (object.contains(key)) {
            return EntryFault {JsonPath().field(key),
                               CatalogText::tr("a key does not belong in this file. Take it out and keep it with "
                                               "\"lightwell-cli keys set\" or on the Keys page.")};
        }
    }
    return std::nullopt;
}

std::optional<EntryFault> findFault(const Endpoint &endpoint, const QStringList &taken)
{
    static const QRegularExpression id(u"\\A[a-z][a-z0-9]*(-[a-z0-9]+)*\\z"_s);
    constexpr qsizetype longestId = 40;
    constexpr qsizetype longestName = 80;
    const JsonPath idPlace = JsonPath().field(u"id"_s);
    if (!id.match(endpoint.id).hasMatch() || endpoint.id.size() > longestId) {
        return EntryFault {idPlace,
                           CatalogText::tr("id must have small letters, digits and single dashes only, begin with a "
                                           "letter, and be at most %1 long.")
                               .arg(longestId)};
    }
    if (taken.contains(endpoint.id) || reservedWords().contains(endpoint.id)) {
        return EntryFault {
            idPlace, CatalogText::tr("id cannot be “%1”: that name is taken. Choose another one.").arg(endpoint.id)};
    }
    if (endpoint.name.size() > longestName || !isDisplayable(endpoint.name)) {
        return EntryFault {JsonPath().field(u"name"_s),
                           CatalogText::tr("name is too long or has characters that cannot be seen.")};
    }
    for (qsizetype i = 0; i < endpoint.models.size(); ++i) {
        if (!isModelName(endpoint.models.at(i))) {
            return EntryFault {JsonPath().field(u"models"_s).entry(i),
                               CatalogText::tr("this is no model's name: it is empty, too long, or has characters "
                                               "that no name has.")};
        }
    }
    return faultInAddress(endpoint.address);
}

} // namespace lightwell
