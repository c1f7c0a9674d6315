// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/emulationtext.h"
#include "ui/widgets/button.h"

namespace lightwell {

/// The mark under a picture that was changed on the way. Says as much as there is room for; the tooltip says all.
/// It warns where something was weakened, and is quieter where only the words of the prompt are others.
class EmulationMark : public Button
{
    Q_OBJECT
public:
    explicit EmulationMark(QWidget *parent = nullptr);
    void setMark(const EmulationText &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void openReport();
    EmulationText m_text;
};

} // namespace lightwell
