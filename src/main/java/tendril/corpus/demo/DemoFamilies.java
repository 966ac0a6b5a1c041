package tendril.corpus.demo;

import java.util.List;

/** The malware families of the demo corpus: invented, with the many names engines would give them. */
final class DemoFamilies {
    static final List<Family> PHISHING = List.of(
            new Family(
                    "paperlantern",
                    List.of(
                            "Trojan.PaperLantern.A",
                            "Win32/PaperLantern.gen",
                            "TROJ_LANTERN.SMA",
                            "Mal/Lantern-B",
                            "Backdoor:Win32/PaperLantern.A!dha",
                            "Gen:Variant.Lantern.4127",
                            "Trojan ( 0048f1aa1 )")),
            new Family(
                    "formgrabber",
                    List.of(
                            "HTML/Phish.Formgrab.C",
                            "Trojan.JS.FormGrab.ad",
                            "JS/Kryptik.FormGrab",
                            "Suspicious_GEN.F47V1204")),
            new Family(
                    "duskmail",
                    List.of(
                            "W32/DuskMail.B!tr",
                            "Trojan-Spy.Win32.DuskMail.q",
                            "Infostealer.Duskmail",
                            "Spyware/Win32.DuskMail",
                            "UnclassifiedMalware")));
    static final List<Family> CONTROL = List.of(
            new Family(
                    "tidewrack",
                    List.of(
                            "Trojan.Tidewrack",
                            "Win32/Tidewrack.AB",
                            "Backdoor.Win32.Tidewrack.rt",
                            "BKDR_TIDEWRACK.ZTFA",
                            "W32.Tidewrack!inf",
                            "Trojan.Win32.Generic*Tidewrack.k",
                            "Riskware ( 0040eff71 )")),
            new Family(
                    "hollowkey",
                    List.of(
                            "Trojan-Downloader.HollowKey",
                            "Win32/TrojanDownloader.HollowKey.C",
                            "TrojanDownloader:Win32/Hollowkey.A",
                            "Artemis!HollowKey",
                            "Gen:Heur.HollowKey.1")),
            new Family(
                    "redkiln",
                    List.of(
                            "Ransom.RedKiln",
                            "Win32/Filecoder.RedKiln.A",
                            "Ransom:Win32/RedKiln!rfn",
                            "Trojan-Ransom.Win32.RedKiln.d",
                            "RANSOM_REDKILN.SM")),
            new Family(
                    "gulpwire",
                    List.of(
                            "Win32/Gulpwire.GX",
                            "Backdoor.Gulpwire.D",
                            "BKDR_GULPWIRE.DUK",
                            "Trojan.Win32.Gulpwire.vw")));

    private DemoFamilies() {}

    /**
     * One family.
     *
     * @param name  what analysts call it
     * @param scans what engines call its samples
     */
    record Family(String name, List<String> scans) {}
}
