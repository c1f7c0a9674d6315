// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/money.h"
#include "ui/widgets/textlabel.h"

namespace lightwell {

struct CompareSummary;

/// How things stand in the header: "4 of 8 done · 1 failed · $0.07 so far · ≈ $0.06 under way". Where one line is too
/// narrow, the sums stand in a small second one.
class SummaryLabel : public TextLabel
{
    Q_OBJECT
public:
    explicit SummaryLabel(QWidget *parent = nullptr);
    void show(const CompareSummary &summary);
    /// What is known of what these were expected to cost; else how many there are.
    [[nodiscard]] static QString mayBeBilled(const QList<Money> &prices);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Tone { Strong, Quiet, Warning };
    struct Part
    {
        QString text;
        Tone tone = Tone::Quiet;
    };
    [[nodiscard]] QFont fontOf(const Part &part, bool small) const;
    [[nodiscard]] int widthOf(const QList<Part> &parts, bool small) const;
    void paintLine(QPainter &painter, const QList<Part> &parts, bool small, int top, int height) const;
    QList<Part> m_counts;
    QList<Part> m_sums;
};

} // namespace lightwell
