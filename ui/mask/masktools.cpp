// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/masktools.h"

#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int buttonSide = 32;

} // namespace

MaskTools::MaskTools(const Keymap &keymap, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_keymap(keymap)
    , m_column(new QVBoxLayout(this))
{
    named(this, u"maskTools"_s, tr("Tools"));
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(3);
    addTool(Icon::Brush, u"tool.brush"_s, MaskCanvas::Tool::Brush, KeyAction::Brush);
    addTool(Icon::Eraser, u"tool.eraser"_s, MaskCanvas::Tool::Eraser, KeyAction::Eraser);
    addTool(Icon::RectSelect, u"tool.rectangle"_s, MaskCanvas::Tool::Rectangle, KeyAction::Rectangle);
    addTool(Icon::Lasso, u"tool.lasso"_s, MaskCanvas::Tool::Lasso, KeyAction::Lasso);
    addTool(Icon::Fill, u"tool.fill"_s, MaskCanvas::Tool::Fill, KeyAction::Fill);
    addLine();
    Button *invert = add(Icon::Invert, u"maskInvert"_s, tr("Invert"));
    setTip(invert, invert->accessibleName(), keymap, KeyAction::Invert);
    connect(invert, &QPushButton::clicked, this, &MaskTools::invertWanted);
    m_clear = add(Icon::Trash, u"maskClear"_s, tr("Clear mask and canvas"));
    connect(m_clear, &QPushButton::clicked, this, &MaskTools::clearWanted);
    addLine();
    addTool(Icon::Canvas, u"tool.canvas"_s, MaskCanvas::Tool::Canvas, KeyAction::Canvas);
    setTip(m_tools.value(MaskCanvas::Tool::Canvas),
           tr("Canvas: drag its edges to have more painted around the picture. Shift keeps the shape, Alt grows both "
              "sides. It snaps to sizes that all chosen models make, but not with Ctrl."),
           keymap, KeyAction::Canvas);
    setTool(MaskCanvas::Tool::Brush);
}

QString MaskTools::name(MaskCanvas::Tool tool)
{
    switch (tool) {
    case MaskCanvas::Tool::Brush:
        return tr("Brush");
    case MaskCanvas::Tool::Eraser:
        return tr("Eraser");
    case MaskCanvas::Tool::Rectangle:
        return tr("Rectangle");
    case MaskCanvas::Tool::Lasso:
        return tr("Lasso");
    case MaskCanvas::Tool::Fill:
        return tr("Fill");
    case MaskCanvas::Tool::Canvas:
        break;
    }
    return tr("Canvas");
}

Button *MaskTools::add(Icon icon, const QString &objectName, const QString &text)
{
    auto *button = named(new Button(Button::Kind::Quiet), objectName, text);
    button->setIcon(themedIcon(icon));
    button->setFixedSize(buttonSide, buttonSide);
    setTip(button, text);
    m_column->addWidget(button);
    return button;
}

void MaskTools::addTool(Icon icon, const QString &objectName, MaskCanvas::Tool tool, KeyAction action)
{
    Button *button = add(icon, objectName, name(tool));
    setTip(button, name(tool), m_keymap, action);
    button->setCheckable(true);
    connect(button, &QPushButton::clicked, this, [this, tool] {
        setTool(tool); // a second press does not put it away
        Q_EMIT toolChosen(tool);
    });
    m_tools.insert(tool, button);
}

void MaskTools::addLine()
{
    auto *line = new Hairline(Qt::Horizontal);
    m_column->addSpacing(2);
    m_column->addWidget(line);
    m_column->addSpacing(2);
}

void MaskTools::setTool(MaskCanvas::Tool tool)
{
    for (auto it = m_tools.cbegin(); it != m_tools.cend(); ++it) {
        it.value()->setChecked(it.key() == tool);
        it.value()->setKind(it.key() == tool ? Button::Kind::Normal : Button::Kind::Quiet);
    }
}

void MaskTools::setEmpty(bool empty)
{
    m_clear->setEnabled(!empty);
}

} // namespace lightwell
