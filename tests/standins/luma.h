// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Luma's Dream Machine API under /dream-machine/v1: generations of pictures, their deletion, the credits.
///
/// Points to script: "submit", "status", "delete", "credits", "ping", "download".
class LumaStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("luma-standin-key"); }

    /// The next generation fails for this reason.
    void failNextGeneration(const QString &reason) { m_nextFailure = reason; }
    void setCredits(double cents) { m_credits = cents; }
    void emptyTheAccount() override { setCredits(0); }
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
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] QJsonObject tell(const QString &id, const Generation &generation, const QString &state) const;

    QHash<QString, Generation> m_generations;
    QString m_nextFailure;
    double m_credits = 1000;
};

} // namespace lightwell::test
