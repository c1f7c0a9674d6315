// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Leonardo.Ai under /api/rest: generations of v1 and v2, init-image with the bucket its forms lead to, me.
///
/// Points to script: "submit", "status", "form", "upload", "me", "download".
class LeonardoStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("leonardo-standin-key"); }
    [[nodiscard]] static double price() { return 0.0165; } ///< of a generation
    [[nodiscard]] static Reply refusal(const QString &error, const QString &code, int status = 400);

    [[nodiscard]] int uploads() const { return static_cast<int>(m_uploaded.size()); }
    void emptyTheAccount() override { m_empty = true; }
    void failNext(bool refused) override;

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Generation
    {
        QJsonObject wish;
        bool fails = false;
        int pollsLeft = 0;
        QJsonArray images; ///< made once
    };
    [[nodiscard]] Reply form(const Received &request);
    [[nodiscard]] Reply upload(const Received &request);
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply upscale(const QJsonObject &fields);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] Reply variation(const QString &id);

    QHash<QString, Generation> m_generations;
    QHash<QString, Generation> m_variations;
    QHash<QString, QSize> m_pictures; ///< that were uploaded
    QStringList m_forms;
    QStringList m_uploaded;
    bool m_empty = false;
    bool m_fails = false;
    bool m_refuses = false;
};

} // namespace lightwell::test
