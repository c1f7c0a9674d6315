// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/qualitydialog.h"

#include "ui/compare/qualitycontrol.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QSlider>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

QualityDialog::QualityDialog(ImageFormat format, ImageFormat kept, int quality, QWidget *parent)
    : QDialog(parent)
    , m_quality(new QualityControl(u"exportQuality"_s))
{
    named(static_cast<QWidget *>(this), u"qualityDialog"_s, tr("Save as %1").arg(formatLabel(format)));
    setWindowTitle(accessibleName());
    setMinimumWidth(380);
    m_quality->setValue(quality);
    auto *note = new TextLabel(
        TextLabel::Voice::Muted,
        tr("The picture is kept as %1 and will be written anew. A lower quality makes a smaller file; the kept picture "
           "stays as it is.")
            .arg(formatLabel(kept)));
    note->setWordWrap(true);
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Quality"));
    label->setBuddy(m_quality->slider());
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"qualityCancel"_s, tr("Cancel"));
    auto *save = named(new Button(Button::Kind::Primary, tr("&Save")), u"qualitySave"_s, tr("Save"));
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addWidget(note);
    layout->addSpacing(6);
    layout->addWidget(label);
    layout->addWidget(m_quality);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    m_quality->slider()->setFocus();
}

int QualityDialog::quality() const
{
    return m_quality->value();
}

} // namespace lightwell
