// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/deletequestion.h"

#include "core/library/picturebin.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

DeleteQuestion::DeleteQuestion(int starred, int all, QWidget *parent)
    : QDialog(parent)
{
    named(static_cast<QWidget *>(this), u"deleteQuestion"_s, tr("Delete starred pictures?"));
    setWindowTitle(accessibleName());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(420);
    auto *what = new TextLabel(TextLabel::Voice::Heading,
                               all == 1 ? tr("This picture is starred")
                                        : tr("%1 of these %2 pictures are starred").arg(starred).arg(all));
    what->setObjectName(u"deleteWhat"_s);
    what->setWordWrap(true);
    auto *why = new TextLabel(TextLabel::Voice::Muted,
                              tr("Deleted pictures wait in the bin for %1 days.").arg(picturebin::keptDays));
    why->setWordWrap(true);
    const auto button = [](const QString &text, const QString &objectName) {
        return named(new Button(Button::Kind::Normal, text), objectName, texts::withoutMnemonic(text));
    };
    Button *keep = button(tr("&Keep"), u"deleteNone"_s);
    Button *others = button(tr("Only those &without a star"), u"deleteOthers"_s);
    Button *everything = button(all == 1 ? tr("&Delete") : tr("&Delete all"), u"deleteAll"_s);
    others->setVisible(starred < all);
    everything->setDanger(true);
    keep->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(keep);
    row->addStretch(1);
    row->addWidget(others);
    row->addWidget(everything);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(what);
    layout->addWidget(why);
    layout->addSpacing(8);
    layout->addLayout(row);
    connect(keep, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(others, &QAbstractButton::clicked, this, [this] {
        Q_EMIT othersWanted();
        accept();
    });
    connect(everything, &QAbstractButton::clicked, this, [this] {
        Q_EMIT allWanted();
        accept();
    });
    keep->setFocus();
}

} // namespace lightwell
