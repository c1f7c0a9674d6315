// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/picturewish.h"
#include "core/mcp/pricecheck.h"
#include "core/mcp/sealedconsent.h"
#include "core/mcp/watchcall.h"

namespace lightwell::mcp {

/// estimate_cost, generate_image and edit_image: understands what is wished, plans it and, where it is to be made, has
/// the price agreed to before anything is paid.
class PictureCall : public WatchCall
{
    Q_OBJECT
public:
    PictureCall(const Message &message, const Terms &terms, const Asker &asker, Surroundings &surroundings,
                QObject *parent);
    void begin() override;
    void hear(const QJsonObject &answer) override;
    void goUnanswered(const Error &why) override;

private:
    void take(const Result<PictureWish> &wish);
    void plan();
    void planned(const Route &route, const QJsonObject &keys);
    void ask(const Plan &plan, const PriceVerdict &verdict);
    void order(bool isUnknownAgreed, Money estimate);
    [[nodiscard]] bool isRepetition();
    [[nodiscard]] QString tool() const;
    [[nodiscard]] Origin origin() const;
    [[nodiscard]] Consent consent() const;

    PictureWish m_wish;
    std::optional<PendingConsent> m_agreed; ///< with a number where the answer came with another request
    Money m_askedPrice;
    QTimer m_questionTime; ///< while the user is asked, and the call waits for the answer
    bool m_isNarrowed = false;
};

} // namespace lightwell::mcp
