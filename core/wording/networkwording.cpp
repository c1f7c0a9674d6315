// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/asyncreasons.h"
#include "core/net/linkreasons.h"
#include "core/transport/networkreasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> networkRows()
{
    return {
        {reasons::hostNotFound,
         QT_TRANSLATE_NOOP("Network", "%1 cannot be found. Check the internet connection and the address.")},
        {reasons::connectionRefused,
         QT_TRANSLATE_NOOP("Network", "%1 does not accept connections. Check the address, or try again later.")},
        {reasons::hostNotProven,
         QT_TRANSLATE_NOOP("Network",
                           "%1 cannot prove who it is, so nothing was sent. Check the address, the clock of this "
                           "computer and programs that look into encrypted connections.")},
        {reasons::proxySilent,
         QT_TRANSLATE_NOOP("Network",
                           "The proxy on the way to %1 does not answer. Check the system's proxy settings.")},
        {reasons::proxyAsksForPassword,
         QT_TRANSLATE_NOOP("Network",
                           "The proxy on the way to %1 asks for a password. Check the system's proxy settings.")},
        {reasons::connectionFailed, QT_TRANSLATE_NOOP("Network", "The connection to %1 failed.")},
        {reasons::connectTimeout,
         QT_TRANSLATE_NOOP("Network", "%1 could not be reached in time. Check the internet connection.")},
        {reasons::addressUnencrypted,
         QT_TRANSLATE_NOOP("Network", "The address of %1 must begin with https, or keys could be read on the way.")},
        {reasons::bodyMissing,
         QT_TRANSLATE_NOOP("Network", "Nothing was sent, because the request was empty. Please report this.")},
        {reasons::headerUnusable,
         QT_TRANSLATE_NOOP("Network",
                           "Nothing was sent, because the value for %1 has a line break or another character that "
                           "cannot stand there. Enter the key again.")},
        {reasons::answerCut, QT_TRANSLATE_NOOP("Network", "The answer of %1 broke off before its end.")},
        {reasons::connectionClosed,
         QT_TRANSLATE_NOOP("Network", "%1 closed the connection before its answer was complete.")},
        {reasons::idleTimeout, QT_TRANSLATE_NOOP("Network", "%1 stayed silent for too long.")},
        {reasons::totalTimeout,
         QT_TRANSLATE_NOOP("Network", "%1 did not finish in time. The limit can be raised in the settings.")},
        {reasons::answerNotUnpacked,
         QT_TRANSLATE_NOOP("Network",
                           "The answer of %1 cannot be unpacked: it is damaged, or far larger than it seems.")},
        {reasons::answerTooLarge,
         QT_TRANSLATE_NOOP("Network", "The answer of %1 is larger than %2 MB and was not taken.")},
        {reasons::linkInCircles, QT_TRANSLATE_NOOP("Network", "The provider's link leads around in circles.")},
        {reasons::builtInSilent, QT_TRANSLATE_NOOP("Network", "The built-in painter gave no answer.")},
        {reasons::callCancelled, QT_TRANSLATE_NOOP("Network", "The call was cancelled.")},
        {reasons::programCloses, QT_TRANSLATE_NOOP("Network", "The program is closing.")},
        {reasons::linkIsPrivate,
         QT_TRANSLATE_NOOP("Network",
                           "The provider's link leads to %1, inside a private network. It was not followed.")},
        {reasons::linkUnreadable, QT_TRANSLATE_NOOP("Network", "The provider sent a link that cannot be read.")},
        {reasons::linkNamesUser,
         QT_TRANSLATE_NOOP("Network", "The provider's link carries a user name. It was not followed.")},
        {reasons::linkUnencrypted,
         QT_TRANSLATE_NOOP("Network", "The provider's link is not encrypted (https). It was not followed.")},
        {reasons::inputLinkTooLong,
         QT_TRANSLATE_NOOP("Network", "A link to a picture may have at most %1 characters. Send the picture itself.")},
        {reasons::inputLinkUnreadable,
         QT_TRANSLATE_NOOP("Network",
                           "The link to a picture is no address. Write it as https://host/path, percent-encoded.")},
        {reasons::inputLinkUnencrypted,
         QT_TRANSLATE_NOOP("Network",
                           "The link to a picture has to begin with https://. Send the picture itself otherwise.")},
        {reasons::inputLinkNamesUser,
         QT_TRANSLATE_NOOP("Network", "The link to a picture holds a user name or password. Send the picture itself.")},
        {reasons::inputLinkIsPrivate,
         QT_TRANSLATE_NOOP("Network",
                           "The link to a picture leads to %1, where no provider can fetch it. Send the picture "
                           "itself.")},
        {reasons::inputLinkCut,
         QT_TRANSLATE_NOOP("Network",
                           "Of the link to %1 only the beginning was kept, since the rest may open it to anybody. Send "
                           "the whole link again, or the picture itself.")},
        {reasons::partLinkScheme,
         QT_TRANSLATE_NOOP("Network",
                           "A link that begins with \"%1:\" leads nowhere from a provider. Send one that begins with "
                           "https://, or the content itself as a data URL.")},
        {reasons::partLinkUnreadable,
         QT_TRANSLATE_NOOP("Network", "This link is no address. Write it as https://host/path, percent-encoded.")},
        {reasons::partLinkNamesUser,
         QT_TRANSLATE_NOOP("Network",
                           "This link holds a user name or password, which the provider would get. Send the content "
                           "itself as a data URL.")},
        {reasons::partLinkIsPrivate,
         QT_TRANSLATE_NOOP("Network",
                           "This link leads to %1, in your own network, where no provider outside can fetch it. Send "
                           "the content itself as a data URL, or ask a server in that network.")},
        {reasons::workGivenUp,
         QT_TRANSLATE_NOOP("Network",
                           "Lightwell had to give this up before it was done. Close what needs much memory, restart "
                           "Lightwell and look under \"requests\" what became of it.")},
    };
}

} // namespace lightwell::wording
