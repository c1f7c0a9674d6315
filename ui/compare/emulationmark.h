// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/emulationtext.h"
#include "ui/widgets/button.h"

namespace lightwell {

/// The words under a picture that was changed on the way; a click opens the whole report. They warn, with a sign, where
/// the picture is another than was asked, and are as quiet as the facts beside them where it is not. They say as much
/// as there is room for; the tooltip says all.
class EmulationMark : public Button
{
    Q_OBJECT
public:
    static constexpr int sides = 2; ///< beside the words, with room for the ring
    explicit EmulationMark(QWidget *parent = nullptr);
    void setMark(const EmulationText &text);
    [[nodiscard]] bool isCalm() const { return m_text.calm; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int besideText() const; ///< the sign and the room around the text
    void fit();
    void openReport();
    EmulationText m_text;
};

} // namespace lightwell
