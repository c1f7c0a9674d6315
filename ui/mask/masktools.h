// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mask/maskcanvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"

class QVBoxLayout;

namespace lightwell {

class Button;
class Keymap;
enum class KeyAction;

/// The column of tools beside the canvas.
class MaskTools : public Card
{
    Q_OBJECT
public:
    explicit MaskTools(const Keymap &keymap, QWidget *parent = nullptr);
    void setTool(MaskCanvas::Tool tool);
    void setEmpty(bool empty); ///< then there is nothing to clear
    [[nodiscard]] static QString name(MaskCanvas::Tool tool);

Q_SIGNALS:
    void toolChosen(lightwell::MaskCanvas::Tool tool);
    void invertWanted();
    void clearWanted();

private:
    Button *add(Icon icon, const QString &objectName, const QString &text);
    void addTool(Icon icon, const QString &objectName, MaskCanvas::Tool tool, KeyAction action);
    void addLine();
    const Keymap &m_keymap;
    QVBoxLayout *m_column;
    QHash<MaskCanvas::Tool, Button *> m_tools;
    Button *m_clear;
};

} // namespace lightwell
