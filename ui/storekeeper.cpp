// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/storekeeper.h"

#include "core/async/whendone.h"
#include "core/storage/settings.h"
#include "core/thumbnails/thumbnails.h"
#include "core/wording/wording.h"
#include "ui/export/exporttexts.h"
#include "ui/gallery/picturecollection.h"
#include "ui/imageservice.h"

#include <QLocale>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1'000'000; // bytes

struct StepDone
{
    storelimit::Clearing left;
    Result<storelimit::Cleared> cleared = givenUp();
};

QString pictures(qsizetype count)
{
    return count == 1 ? StoreKeeper::tr("1 picture") : StoreKeeper::tr("%1 pictures").arg(QLocale().toString(count));
}

} // namespace

StoreKeeper::StoreKeeper(PictureCollection &pictures, Settings &settings, ImageService &images, const Delays &delays,
                         QObject *parent)
    : QObject(parent)
    , m_pictures(pictures)
    , m_settings(settings)
{
    m_soon.setSingleShot(true);
    m_notice.setSingleShot(true);
    m_notice.setInterval(delays.notice);
    connect(&m_soon, &QTimer::timeout, this, [this] { look(Then::Keep); });
    connect(&m_notice, &QTimer::timeout, this, &StoreKeeper::clear);
    images.onChange(this, [this, delay = delays.afterPicture] {
        if (limit() > 0 && !m_isResting && !m_soon.isActive()) {
            m_soon.start(delay);
        }
    });
    if (limit() > 0) {
        m_soon.start(delays.afterStart);
    }
}

qint64 StoreKeeper::limit() const
{
    return m_settings.toInt(Setting::PictureLimitMB);
}

storelimit::Clearing StoreKeeper::clearingWith(qint64 megabytes) const
{
    return storelimit::clearingFor(m_held, megabytes * megabyte, QDateTime::currentDateTimeUtc());
}

void StoreKeeper::look()
{
    look(Then::Nothing);
}

void StoreKeeper::look(Then then)
{
    if (then == Then::Keep) {
        m_then = then;
    }
    m_looksAgain = m_isLooking;
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    whenDone(QtConcurrent::run([places = m_pictures.places] { return storelimit::held(places); }), this,
             [this, next = std::exchange(m_then, Then::Nothing)](const Result<QList<storelimit::Held>> &held) {
                 m_isLooking = false;
                 take(held, next);
                 if (std::exchange(m_looksAgain, false)) {
                     look(m_then);
                 }
             });
}

void StoreKeeper::take(const Result<QList<storelimit::Held>> &held, Then then)
{
    if (!held) {
        Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(held.error()));
        return;
    }
    m_held = *held;
    m_usage = storelimit::usageOf(m_held);
    Q_EMIT found();
    if (then == Then::Keep && !m_isResting && !m_isWorking && !m_notice.isActive() && limit() > 0) {
        announce();
    }
}

void StoreKeeper::announce()
{
    const storelimit::Clearing clearing = clearingWith(limit());
    if (clearing.isEmpty()) {
        return;
    }
    const qsizetype moved = clearing.hidden.size() + clearing.oldest.size();
    const QString emptied = clearing.fromBin.isEmpty()
        ? QString()
        : tr("From the bin %1 will go for good.").arg(pictures(clearing.fromBin.size()));
    const QString binned = moved == 0 ? QString() : tr("%1 will go to the bin.").arg(pictures(moved));
    QStringList words {tr("The pictures take more than %1.").arg(exporttexts::bytes(limit() * megabyte)), emptied,
                       binned};
    words.removeAll(QString());
    m_notice.start();
    Q_EMIT offer(Meaning::Warning, words.join(u' '), tr("&Not now"), [this] { rest(); });
}

void StoreKeeper::rest()
{
    m_isResting = true;
    m_notice.stop();
    m_soon.stop();
}

void StoreKeeper::use(qint64 megabytes)
{
    m_settings.set(Setting::PictureLimitMB, static_cast<int>(megabytes));
    m_isResting = false;
    m_notice.stop();
    if (!clearingWith(megabytes).isEmpty()) {
        clear();
    }
}

/// By what there is now, not by what there was when it was announced.
void StoreKeeper::clear()
{
    if (m_isWorking || limit() <= 0) {
        return;
    }
    m_isWorking = true;
    m_cleared = {};
    Q_EMIT found();
    const auto look = [places = m_pictures.places] { return storelimit::held(places); };
    whenDone(QtConcurrent::run(look), this, [this](const Result<QList<storelimit::Held>> &held) {
        if (!held) {
            giveUp(held.error());
            return;
        }
        m_held = *held;
        step(clearingWith(limit()));
    });
}

void StoreKeeper::step(const storelimit::Clearing &left)
{
    if (left.isEmpty() || m_isResting) {
        end();
        return;
    }
    const auto work = [places = m_pictures.places, thumbnails = &m_pictures.thumbnails, left] {
        StepDone done {left};
        done.cleared = storelimit::clearStep(places, done.left, QDateTime::currentDateTimeUtc());
        for (const QString &picture : done.cleared ? done.cleared->emptied : QStringList()) {
            thumbnails->forget(picture);
        }
        return done;
    };
    whenDone(QtConcurrent::run(work), this, [this](const StepDone &done) {
        if (!done.cleared) {
            giveUp(done.cleared.error());
            return;
        }
        m_cleared.emptied += done.cleared->emptied;
        m_cleared.binned += done.cleared->binned;
        if (done.cleared->trouble) {
            giveUp(*done.cleared->trouble);
            return;
        }
        step(done.left);
    });
}

/// Ends with what could not be done.
void StoreKeeper::giveUp(const Error &trouble)
{
    rest();
    m_trouble = wording::sentenceAtWindow(trouble);
    end();
}

void StoreKeeper::end()
{
    m_isWorking = false;
    const storelimit::Cleared went = std::exchange(m_cleared, {});
    const QString trouble = std::exchange(m_trouble, {});
    look();
    QStringList words {trouble};
    if (!went.emptied.isEmpty()) {
        words.append(tr("From the bin %1 went for good.").arg(pictures(went.emptied.size())));
    }
    if (!went.binned.isEmpty()) {
        words.append(went.binned.size() == 1
                         ? tr("1 picture is in the bin, for the limit.")
                         : tr("%1 are in the bin, for the limit.").arg(pictures(went.binned.size())));
    }
    words.removeAll(QString());
    if (words.isEmpty()) {
        return; // there was nothing to be done any more
    }
    const Meaning meaning = trouble.isEmpty() ? Meaning::Ok : Meaning::Bad;
    if (went.binned.isEmpty()) {
        Q_EMIT say(meaning, words.join(u' '));
    } else {
        Q_EMIT offer(meaning, words.join(u' '), tr("&Undo"), [this, pictures = went.binned] { restore(pictures); });
    }
    Q_EMIT picturesChanged();
}

void StoreKeeper::bringBack()
{
    restore(storelimit::inBin(m_held));
}

/// They would go at once again.
void StoreKeeper::restore(const QStringList &pictures)
{
    if (m_isWorking || pictures.isEmpty()) {
        return;
    }
    rest();
    m_isWorking = true;
    Q_EMIT found();
    whenDone(
        QtConcurrent::run([places = m_pictures.places, pictures] { return picturebin::restore(places, pictures); }),
        this, [this](const Status &restored) {
            m_isWorking = false;
            if (!restored) {
                Q_EMIT say(Meaning::Bad, wording::sentenceAtWindow(restored.error()));
            }
            Q_EMIT picturesChanged();
            look();
        });
}

} // namespace lightwell
