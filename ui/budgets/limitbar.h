// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace lightwell {

/// How full a limit is: spent, then kept back (hatched), and a tick where the forecast ends. Says nothing by itself:
/// the words stand beside it.
class LimitBar : public QWidget
{
    Q_OBJECT
public:
    /// Shares of the limit; more than 1 is past it.
    struct Shares
    {
        double spent = 0;
        double kept = 0;
        std::optional<double> forecast = {};
        bool isStopped = false;
        friend bool operator==(const Shares &, const Shares &) = default;
    };
    explicit LimitBar(QWidget *parent = nullptr);
    void setShares(const Shares &shares);
    [[nodiscard]] const Shares &shares() const { return m_shares; }
    void setCaption(const QString &caption); ///< stands under the tick; empty: no room is kept for it
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double place(double share) const; ///< in pixels from the beginning
    Shares m_shares;
    QString m_caption;
};

} // namespace lightwell
