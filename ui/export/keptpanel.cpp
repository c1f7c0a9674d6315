// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/keptpanel.h"

#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

KeptPanel::KeptPanel(QWidget *parent)
    : QWidget(parent)
    , m_recipe(named(new QCheckBox(tr("&Recipe: prompt, model, seed")), u"exportRecipe"_s,
                     tr("Recipe: prompt, model, seed")))
    , m_date(named(new QCheckBox(tr("&Date")), u"exportDate"_s, tr("Date")))
    , m_label(named(new QCheckBox(tr("&AI label")), u"exportLabel"_s, tr("AI label")))
{
    setTip(
        m_label,
        tr("Says in IPTC’s words that AI made the picture. China’s own label, where a picture has one, always stays: "
           "taking it away is forbidden there."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Metadata")));
    layout->addWidget(m_recipe);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(m_date);
    row->addWidget(m_label);
    row->addStretch();
    layout->addLayout(row);
    auto *place = new QHBoxLayout;
    place->setSpacing(8);
    auto *pin = new Sign(Meaning::Neutral);
    pin->setIcon(Icon::Pin);
    place->addWidget(pin);
    place->addWidget(new TextLabel(TextLabel::Voice::Muted, tr("Place (GPS) is always removed")), 1);
    layout->addLayout(place);
    for (QCheckBox *box : {m_recipe, m_date, m_label}) {
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &KeptPanel::edited);
    }
}

void KeptPanel::fill(ExportOptions &options) const
{
    options.writesRecipe = m_recipe->isChecked();
    options.writesDate = m_date->isChecked();
    options.writesLabel = m_label->isChecked();
}

void KeptPanel::show(const ExportOptions &options)
{
    const QSignalBlocker silent(this);
    m_recipe->setChecked(options.writesRecipe);
    m_date->setChecked(options.writesDate);
    m_label->setChecked(options.writesLabel);
}

} // namespace lightwell
