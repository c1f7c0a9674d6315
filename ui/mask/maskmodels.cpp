// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskmodels.h"

#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxInFull = 5; ///< more are a sign with a name each

} // namespace

MaskModels::MaskModels(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_row(new QHBoxLayout(this))
{
    named(this, u"maskModels"_s, tr("What the models make of the mask"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MaskModels::showEntries(const QList<Entry> &entries)
{
    if (entries != m_entries) {
        m_entries = entries;
        rebuild();
    }
}

void MaskModels::setBrief(bool brief)
{
    if (brief != m_isBrief) {
        m_isBrief = brief;
        rebuild();
    }
}

void MaskModels::rebuild()
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (qsizetype place = 0; place < m_entries.size(); ++place) {
        if (place > 0) {
            m_row->addWidget(new Hairline(Qt::Vertical));
        }
        addEntry(m_entries.at(place), place);
    }
    setVisible(!m_entries.isEmpty());
}

void MaskModels::addEntry(const Entry &entry, qsizetype place)
{
    const bool inFull = !m_isBrief && m_entries.size() <= maxInFull;
    auto *cell = named(new QWidget, u"maskModel.%1"_s.arg(place), entry.name);
    cell->setAccessibleDescription(entry.words + u". "_s + entry.text);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(3);
    auto *sign = new Sign(entry.meaning);
    if (entry.isHeldBack) {
        sign->setIcon(Icon::No);
    }
    auto *name = new TextLabel(entry.isHeldBack ? TextLabel::Voice::Muted : TextLabel::Voice::Strong, entry.name);
    name->setElided(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    if (!inFull) {
        head->addWidget(sign);
        head->addWidget(name, 1);
        column->addLayout(head);
        setTip(cell, entry.words + u"\n"_s + entry.text);
        m_row->addWidget(cell, 1);
        return;
    }
    auto *price = new TextLabel(TextLabel::Voice::Small, entry.price);
    head->addWidget(name, 1);
    head->addWidget(price);
    auto *said = new QHBoxLayout;
    said->setSpacing(6);
    auto *words = new TextLabel(
        entry.meaning == Meaning::Warning ? TextLabel::Voice::SmallWarning : TextLabel::Voice::Small, entry.words);
    words->setElided(true);
    said->addWidget(sign);
    said->addWidget(words, 1);
    auto *text = new ClampedLabel(TextLabel::Voice::Small, 2);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setText(entry.text);
    setTip(text, entry.text);
    column->addLayout(head);
    column->addLayout(said);
    column->addWidget(text);
    m_row->addWidget(cell, 1);
}

} // namespace lightwell
