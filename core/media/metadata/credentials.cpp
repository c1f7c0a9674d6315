// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/credentials.h"

#include "core/media/metadata/boxes.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

constexpr qsizetype largestStore = 64LL * 1024 * 1024;
constexpr qsizetype largestContent = 1024LL * 1024; ///< of a claim, an assertion or a signature

/// A superbox: a description with its label, then what it holds.
struct Superbox
{
    QByteArray label;
    QList<Box> boxes;
};

/// Behind sixteen bytes that say the kind and one of flags the label stands, up to its zero.
Superbox superboxIn(const QByteArray &content)
{
    constexpr qsizetype labelAt = 17;
    Superbox result {{}, boxesIn(content)};
    if (!result.boxes.isEmpty() && result.boxes.constFirst().type == "jumd") {
        const QByteArray description = result.boxes.takeFirst().content;
        result.label = description.mid(labelAt, qMax<qsizetype>(0, description.indexOf('\0', labelAt) - labelAt));
    }
    return result;
}

QList<Superbox> childrenOf(const Superbox &box)
{
    QList<Superbox> children;
    for (const Box &child : box.boxes) {
        if (child.type == "jumb") {
            children.append(superboxIn(child.content));
        }
    }
    return children;
}

QCborValue cborIn(const Superbox &box)
{
    for (const Box &content : box.boxes) {
        if (content.type == "cbor" && content.content.size() <= largestContent) {
            return QCborValue::fromCbor(content.content);
        }
    }
    return {};
}

/// A name, alone or in an object with a version.
QString agentOf(const QCborValue &value)
{
    const QCborValue agent = value.isArray() ? value.toArray().first() : value;
    if (!agent.isMap()) {
        return agent.toString();
    }
    const QCborMap map = agent.toMap();
    return u"%1 %2"_s.arg(map.value(u"name"_s).toString(), map.value(u"version"_s).toString()).trimmed();
}

void readActions(const QCborMap &assertion, ClaimedCredentials &claimed)
{
    constexpr qsizetype most = 100;
    const QCborArray actions = assertion.value(u"actions"_s).toArray();
    for (const QCborValue entry : actions) {
        const QCborMap action = entry.toMap();
        if (claimed.actions.size() < most) {
            claimed.actions.append({action.value(u"action"_s).toString(),
                                    action.value(u"digitalSourceType"_s).toString().section(u'/', -1),
                                    agentOf(action.value(u"softwareAgent"_s))});
        }
    }
}

/// COSE_Sign1: the certificates stand in one of its two heads, under 33 or a name.
QString signerIn(const QCborValue &signature)
{
    const QCborArray parts = (signature.isTag() ? signature.taggedValue() : signature).toArray();
    const QCborMap guarded = QCborValue::fromCbor(parts.at(0).toByteArray()).toMap();
    const QCborMap open = parts.at(1).toMap();
    for (const QCborMap &head : {guarded, open}) {
        for (const QCborValue &chain : {head.value(33), head.value(u"x5chain"_s)}) {
            const QCborValue first = chain.isArray() ? chain.toArray().first() : chain;
            if (first.isByteArray()) {
                const QSslCertificate certificate(first.toByteArray(), QSsl::Der);
                const QStringList names = certificate.subjectInfo(QSslCertificate::Organization);
                return names.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName).value(0) : names.first();
            }
        }
    }
    return {};
}

void readClaim(const QCborMap &claim, ClaimedCredentials &claimed)
{
    claimed.title = claim.value(u"dc:title"_s).toString();
    claimed.generator = agentOf(claim.value(u"claim_generator_info"_s));
    if (claimed.generator.isEmpty()) {
        claimed.generator = claim.value(u"claim_generator"_s).toString();
    }
}

} // namespace

std::optional<ClaimedCredentials> claimedCredentials(const QByteArray &store)
{
    if (store.isEmpty() || store.size() > largestStore) {
        return std::nullopt;
    }
    const QByteArrayList outer = boxContents(store, "jumb");
    const QList<Superbox> manifests = outer.isEmpty() ? QList<Superbox>() : childrenOf(superboxIn(outer.constFirst()));
    if (manifests.isEmpty()) {
        return std::nullopt;
    }
    ClaimedCredentials claimed;
    const QList<Superbox> parts = childrenOf(manifests.constLast());
    for (const Superbox &part : parts) {
        if (part.label.startsWith("c2pa.claim")) {
            readClaim(cborIn(part).toMap(), claimed);
        } else if (part.label == "c2pa.signature") {
            claimed.signedBy = signerIn(cborIn(part));
        } else if (part.label == "c2pa.assertions") {
            const QList<Superbox> assertions = childrenOf(part);
            for (const Superbox &assertion : assertions) {
                if (assertion.label.startsWith("c2pa.actions")) {
                    readActions(cborIn(assertion).toMap(), claimed);
                }
            }
        }
    }
    return claimed;
}

} // namespace lightwell::metadata
