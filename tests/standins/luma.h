// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Luma's Dream Machine API under /dream-machine/v1: generations of pictures, their deletion, the credits. Beside it
/// the Agents API under /v1: generations and edits, the usage; it has keys of its own.
///
/// Points to script: "submit", "status", "delete", "credits", "ping", "usage", "download".
class LumaStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("luma-standin-key"); }
    [[nodiscard]] static QByteArray agentsKey() { return QByteArrayLiteral("luma-api-standin-key"); }

    /// The next generation fails for this reason; the Agents API has a code for it too.
    void failNextGeneration(const QString &reason, const QString &code = {})
    {
        m_nextFailure = reason;
        m_nextCode = code;
    }
    void setCredits(double cents) { m_credits = cents; }
    void emptyTheAccount() override { setCredits(0); }
    void fillTheAccount() override { setCredits(1e9); }
    void failNext(bool refused) override
    {
        failNextGeneration(refused ? QStringLiteral("Blocked by moderation: nudity")
                                   : QStringLiteral("Internal error"));
    }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Generation
    {
        QJsonObject request;
        QString failure;
        int pollsLeft = 0;
        QString image; ///< made once
        QString code; ///< of the failure
    };
    [[nodiscard]] static Reply refuse(int status, const QString &detail);
    [[nodiscard]] static Reply complaints(const QString &field, const QString &type, const QString &text);
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] QJsonObject tell(const QString &id, const Generation &generation, const QString &state) const;
    // The Agents API, in lumaagents.cpp.
    [[nodiscard]] Reply answerAgents(const Received &request, const QString &point);
    [[nodiscard]] Reply submitAgents(const Received &request);
    [[nodiscard]] Reply statusAgents(const QString &id);
    [[nodiscard]] static QJsonObject tellAgents(const QString &id, const Generation &generation, const QString &state);

    QHash<QString, Generation> m_generations;
    QString m_nextFailure;
    QString m_nextCode;
    double m_credits = 1000;
};

} // namespace lightwell::test
