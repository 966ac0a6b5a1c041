// Asks a ThreatCrowd-compatible server, such as `tendril serve`, with nothing but .NET's own library.
//
//     dotnet run --project ThreatCrowd.csproj domain aoldaily.com
//     THREATCROWD=https://tc.team.example/ dotnet run --project ThreatCrowd.csproj ip 188.40.75.132
//
// With Mono: mcs -r:System.Net.Http,System.Runtime.Serialization,System.Xml,System.Xml.Linq ThreatCrowd.cs

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.Serialization.Json;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;

static class ThreatCrowd
{
    const int Tries = 3;
    const int TooManyRequests = 429;

    static readonly Dictionary<string, string> Parameter = new Dictionary<string, string>
    {
        ["email"] = "email", ["domain"] = "domain", ["ip"] = "ip", ["antivirus"] = "antivirus", ["file"] = "resource",
    };

    static readonly string[] Lists = { "domains", "ips", "subdomains", "emails", "hashes", "scans", "references" };

    static readonly HttpClient Http = new HttpClient
    {
        BaseAddress = new Uri(Environment.GetEnvironmentVariable("THREATCROWD") ?? "http://127.0.0.1:8765/"),
    };

    static int Main(string[] args)
    {
        try
        {
            return Show(args).GetAwaiter().GetResult();
        }
        catch (HttpRequestException trouble)
        {
            Console.Error.WriteLine($"{Http.BaseAddress} could not be asked: {trouble.Message}");
            return 1;
        }
    }

    static async Task<int> Show(string[] args)
    {
        if (args.Length != 2 || !Parameter.ContainsKey(args[0]))
        {
            Console.Error.WriteLine($"Usage: ThreatCrowd {string.Join("|", Parameter.Keys)} VALUE");
            return 1;
        }
        XElement answer = await Report(args[0], args[1]);
        if (answer == null)
        {
            Console.Error.WriteLine($"Nothing is known about {args[1]}.");
            return 1;
        }
        foreach (XElement row in Items(answer, "resolutions"))
        {
            XElement other = row.Element("ip_address") ?? row.Element("domain");
            Console.WriteLine($"{row.Element("last_resolved").Value}\t{other.Value.Trim()}");
        }
        foreach (string name in Lists)
        {
            foreach (XElement value in Items(answer, name).Where(value => value.Value != ""))
            {
                Console.WriteLine($"{name}\t{value.Value.Trim()}");
            }
        }
        Console.WriteLine($"page\t{answer.Element("permalink").Value}");
        return 0;
    }

    static IEnumerable<XElement> Items(XElement answer, string name)
    {
        return answer.Element(name)?.Elements() ?? Enumerable.Empty<XElement>();
    }

    // The report on a value, its JSON read as elements, or null when the server knows nothing about it.
    static async Task<XElement> Report(string kind, string value)
    {
        string target = $"searchApi/v2/{kind}/report/?{Parameter[kind]}={Uri.EscapeDataString(value)}";
        for (int i = 0; i < Tries; i++)
        {
            using (HttpResponseMessage response = await Http.GetAsync(target))
            {
                if ((int)response.StatusCode == TooManyRequests)
                {
                    await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(10));
                    continue;
                }
                response.EnsureSuccessStatusCode();
                byte[] body = await response.Content.ReadAsByteArrayAsync();
                XmlReader json = JsonReaderWriterFactory.CreateJsonReader(body, XmlDictionaryReaderQuotas.Max);
                XElement report = XElement.Load(json);
                // "1" is a text in every answer, not a number.
                return report.Element("response_code").Value == "1" ? report : null;
            }
        }
        throw new InvalidOperationException("The server is still too busy. Try again later.");
    }
}
