// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storagegroup.h"

#include "core/storage/settings.h"
#include "ui/export/exporttexts.h"
#include "ui/storekeeper.h"
#include "ui/texts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QDoubleSpinBox>
#include <QLocale>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr double megabytesOfGigabyte = 1000;

QString counted(const storelimit::Amount &amount)
{
    const QString size = exporttexts::bytes(amount.bytes);
    return amount.pictures == 1 ? StorageGroup::tr("1 picture, %1").arg(size)
                                : StorageGroup::tr("%1 pictures, %2").arg(QLocale().toString(amount.pictures), size);
}

} // namespace

StorageGroup::StorageGroup(StoreKeeper &keeper, QWidget *parent)
    : SettingGroup(tr("Pictures on the disk"), {}, parent)
    , m_keeper(keeper)
    , m_used(new TextLabel(TextLabel::Voice::Strong))
    , m_bin(new TextLabel(TextLabel::Voice::Small))
    , m_bringBack(named(new Button(Button::Kind::Normal, tr("&Bring back")), u"bringBack"_s,
                        tr("Bring back all pictures of the bin")))
    , m_limit(named(new QDoubleSpinBox, u"pictureLimit"_s, tr("Most gigabytes of pictures")))
    , m_banner(new Banner(Meaning::Warning, u"pictureLimitNotice"_s))
{
    addUsage();
    addLimit();
    connect(&keeper, &StoreKeeper::found, this, &StorageGroup::refresh);
    refresh();
}

void StorageGroup::addUsage()
{
    m_used->setObjectName(u"picturesUsed"_s);
    m_bin->setObjectName(u"picturesInBin"_s);
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (TextLabel *label : {m_used, m_bin}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        layout->addWidget(label);
    }
    layout->addWidget(m_bringBack, 0, Qt::AlignRight);
    setTip(m_bringBack, tr("All pictures of the bin are in the gallery again."));
    addRow(tr("Used now"),
           tr("Deleted pictures wait in the bin for %1 days, then they are gone for good.").arg(picturebin::keptDays),
           column);
    connect(m_bringBack, &QAbstractButton::clicked, &m_keeper, &StoreKeeper::bringBack);
}

void StorageGroup::addLimit()
{
    const auto [least, most] = Settings::range(Setting::PictureLimitMB);
    m_limit->setDecimals(1);
    m_limit->setRange(least, most / megabytesOfGigabyte);
    m_limit->setSingleStep(1);
    m_limit->setSuffix(tr(" GB"));
    m_limit->setSpecialValueText(tr("No limit"));
    m_limit->setKeyboardTracking(false); // half a number is another limit
    m_limit->setValue(static_cast<double>(m_keeper.limit()) / megabytesOfGigabyte);
    addRow(tr("&Limit"),
           tr("Where pictures take more, some go: first those of the bin, for good; then hidden ones and then the "
              "oldest, into the bin. Never those with a star or a tag, nor what was made or deleted within a day. You "
              "are told before."),
           m_limit);
    m_banner->setDismissible(false);
    m_banner->setAction(tr("&Use this limit"));
    addWide(m_banner);
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &StorageGroup::take);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_keeper.use(wished());
        m_limit->setFocus(Qt::OtherFocusReason); // the button goes
    });
}

qint64 StorageGroup::wished() const
{
    return qRound64(m_limit->value() * megabytesOfGigabyte);
}

/// One by which nothing goes holds at once, as every other choice here.
void StorageGroup::take()
{
    if (m_keeper.usage() && m_keeper.clearingWith(wished()).isEmpty()) {
        m_keeper.use(wished());
    }
    refresh();
}

QString StorageGroup::whatGoes() const
{
    const storelimit::Clearing clearing = m_keeper.clearingWith(wished());
    if (clearing.isEmpty()) {
        return {};
    }
    const QLocale locale;
    QStringList parts;
    if (!clearing.fromBin.isEmpty()) {
        parts.append(tr("%1 of the bin, for good").arg(locale.toString(clearing.fromBin.size())));
    }
    if (!clearing.hidden.isEmpty()) {
        parts.append(tr("%1 hidden, into the bin").arg(locale.toString(clearing.hidden.size())));
    }
    if (!clearing.oldest.isEmpty()) {
        parts.append(tr("the oldest %1, into the bin").arg(locale.toString(clearing.oldest.size())));
    }
    QStringList words {clearing.count() == 1 ? tr("By this limit 1 picture goes now, %1: %2.")
                                                   .arg(exporttexts::bytes(clearing.bytes), parts.join(u"; "_s))
                                             : tr("By this limit %1 pictures go now, %2: %3.")
                                                   .arg(locale.toString(clearing.count()),
                                                        exporttexts::bytes(clearing.bytes), parts.join(u"; "_s))};
    if (clearing.over > 0) {
        words.append(tr("%1 more than it stay, since nothing else may go.").arg(exporttexts::bytes(clearing.over)));
    }
    return words.join(u' ');
}

void StorageGroup::refresh()
{
    const std::optional<storelimit::Usage> &usage = m_keeper.usage();
    m_used->setText(usage ? counted(usage->gallery) : tr("looking …"));
    m_bin->setText(!usage                        ? QString()
                       : usage->bin.pictures > 0 ? tr("in the bin %1").arg(counted(usage->bin))
                                                 : tr("nothing in the bin"));
    m_bringBack->setVisible(usage && usage->bin.pictures > 0);
    m_bringBack->setEnabled(!m_keeper.isWorking());
    m_limit->setEnabled(usage.has_value());
    const bool isOpen = wished() != m_keeper.limit() || m_keeper.isResting(); // to be agreed to
    const QString goes = usage && !m_keeper.isWorking() && isOpen ? whatGoes() : QString();
    m_banner->setText(goes);
    m_banner->setVisible(!goes.isEmpty());
}

void StorageGroup::showEvent(QShowEvent *event)
{
    SettingGroup::showEvent(event);
    const QSignalBlocker silent(m_limit); // what was not agreed to is forgotten
    m_limit->setValue(static_cast<double>(m_keeper.limit()) / megabytesOfGigabyte);
    m_keeper.look();
}

} // namespace lightwell
