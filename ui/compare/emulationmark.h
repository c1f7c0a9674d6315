// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"

namespace lightwell {

/// The mark under a picture that was changed on the way. Says as much as there is room for; the tooltip says all.
class EmulationMark : public Button
{
    Q_OBJECT
public:
    explicit EmulationMark(QWidget *parent = nullptr);
    /// `brief` stands where `text` does not fit.
    void setMark(const QString &text, const QString &brief, const QStringList &report);
    [[nodiscard]] QString fullText() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void openReport();
    QString m_text;
    QString m_brief;
    QStringList m_report;
};

} // namespace lightwell
