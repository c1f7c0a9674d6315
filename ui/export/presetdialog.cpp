// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/presetdialog.h"

#include "ui/export/exportpresets.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 60;

} // namespace

PresetDialog::PresetDialog(const QString &title, const QString &name, const ExportPresets &presets, QWidget *parent)
    : QDialog(parent)
    , m_name(named(new QLineEdit(name), u"presetName"_s, tr("Name of the preset")))
{
    named(static_cast<QWidget *>(this), u"presetDialog"_s, title);
    setWindowTitle(title);
    setMinimumWidth(360);
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Name"));
    label->setBuddy(m_name);
    auto *note = new TextLabel(TextLabel::Voice::Small);
    note->setObjectName(u"presetNote"_s);
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"presetCancel"_s, tr("Cancel"));
    auto *save = named(new Button(Button::Kind::Primary, tr("&Save")), u"presetSave"_s, tr("Save"));
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, title));
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(note);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    const auto check = [this, save, note, name, &presets] {
        const bool isTaken = this->name() != name && presets.find(this->name());
        note->setText(isTaken ? tr("A preset of this name is there; it will be replaced.") : QString());
        save->setEnabled(!this->name().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    check();
    m_name->setFocus();
}

QString PresetDialog::name() const
{
    return m_name->text().simplified();
}

} // namespace lightwell
